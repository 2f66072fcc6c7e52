//! What the server sends by itself, which clients read like an answer.

use crate::model::{Kind, Type, Webhook};

use super::finding::{Claim, Direction, Finding};
use super::rule::Rule;
use super::side::Side;
use super::walk::{Place, Walk};

impl Walk<'_> {
    pub(super) fn webhooks(&mut self) {
        let (old, new) = (&self.old.api.webhooks, &self.new.api.webhooks);
        for one in old {
            match new.iter().find(|two| two.pointer == one.pointer) {
                Some(two) => {
                    let place = Place {
                        subject: subject(one),
                        old: one.pointer.clone(),
                        new: two.pointer.clone(),
                        items: Vec::new(),
                    };
                    self.types(&one.body, &two.body, Direction::Response, &place);
                }
                None => self.findings.add(
                    "webhook",
                    Finding {
                        rule: Rule::WebhookRemoved,
                        subject: subject(one),
                        message: "is gone".to_owned(),
                        old: Some(one.pointer.clone()),
                        new: None,
                        items: own_type(self.old, one),
                    },
                ),
            }
        }
        for two in new {
            if old.iter().any(|one| one.pointer == two.pointer) {
                continue;
            }
            self.findings.add(
                "webhook",
                Finding {
                    rule: Rule::WebhookAdded,
                    subject: subject(two),
                    message: "is new".to_owned(),
                    old: None,
                    new: Some(two.pointer.clone()),
                    items: own_type(self.new, two),
                },
            );
        }
    }
}

fn subject(webhook: &Webhook) -> String {
    format!("the webhook `{}`", webhook.name)
}

/// The claim on the type of a body that no component names.
fn own_type(side: &Side, webhook: &Webhook) -> Vec<Claim> {
    let Type::Declared(id) = &webhook.body else {
        return Vec::new();
    };
    let inline = side
        .declaration(*id)
        .filter(|it| !matches!(it.kind, Kind::Alias(_)) && !super::walk::is_component(it));
    let name = inline.map(|_| side.types.get(*id));
    name.map(|name| Claim::Whole(format!("types::{name}")))
        .into_iter()
        .collect()
}
