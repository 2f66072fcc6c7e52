// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /things`
    pub fn enterprise_administration_remove_self_hosted_runner_from_the_group_for_an_enterprise(
        &self,
    ) -> Call<EnterpriseAdministrationRemoveSelfHostedRunnerFromTheGroupForAnEnterprise, M> {
        self.call()
    }
}

operation! {
    EnterpriseAdministrationRemoveSelfHostedRunnerFromTheGroupForAnEnterprise for enterprise_administration_remove_self_hosted_runner_from_the_group_for_an_enterprise: GET "/things" => (), Infallible;
    [Code(204)];
}
