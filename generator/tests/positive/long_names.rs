// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};

impl Client {
    /// `GET /things`
    pub fn enterprise_administration_remove_self_hosted_runner_from_the_group_for_an_enterprise(
        &self,
    ) -> Call<
        EnterpriseAdministrationRemoveSelfHostedRunnerFromTheGroupForAnEnterprise,
    > {
        self.call(Method::GET, "/things")
    }
}

/// The operation of [`Client::enterprise_administration_remove_self_hosted_runner_from_the_group_for_an_enterprise`].
pub enum EnterpriseAdministrationRemoveSelfHostedRunnerFromTheGroupForAnEnterprise {}

impl Operation
for EnterpriseAdministrationRemoveSelfHostedRunnerFromTheGroupForAnEnterprise {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}
