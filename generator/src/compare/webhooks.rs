//! What the server sends by itself, which clients read like an answer.

use crate::model::{Type, Webhook};

use super::finding::{Claim, Direction, Finding};
use super::rule::Rule;
use super::side::Side;
use super::walk::{Place, Walk, is_component};

impl Walk<'_> {
    pub(super) fn webhooks(&mut self) {
        let (old, new) = (&self.old.api.webhooks, &self.new.api.webhooks);
        for one in old {
            match new.iter().find(|two| is_same(one, two)) {
                Some(two) => self.webhook(one, two),
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
            if old.iter().any(|one| is_same(one, two)) {
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

    fn webhook(&mut self, old: &Webhook, new: &Webhook) {
        let mut place = Place {
            subject: subject(old),
            old: old.pointer.join("requestBody"),
            new: new.pointer.join("requestBody"),
            items: Vec::new(),
        };
        let (rule, message, items) = match (&old.body, &new.body) {
            (Some(one), Some(two)) => {
                return self.types(one, two, Direction::Response, &place);
            }
            (None, None) => return,
            (Some(_), None) => (
                Rule::AnswerBodyRemoved,
                "has no body any more",
                own_type(self.old, old),
            ),
            (None, Some(_)) => (
                Rule::AnswerBodyAdded,
                "has a body now",
                own_type(self.new, new),
            ),
        };
        place.items = items;
        self.findings.add("body", place.finding(rule, message));
    }
}

/// What receives webhooks tells them apart by their names, whatever these refer to.
fn is_same(one: &Webhook, two: &Webhook) -> bool {
    (&one.name, &one.method) == (&two.name, &two.method)
}

fn subject(webhook: &Webhook) -> String {
    format!("the webhook `{}`", webhook.name)
}

/// The claim on the type of a body that no component names: it comes and goes with the webhook.
fn own_type(side: &Side, webhook: &Webhook) -> Vec<Claim> {
    let Some(Type::Declared(id)) = &webhook.body else {
        return Vec::new();
    };
    let is_inline = side.declaration(*id).is_some_and(|it| !is_component(it));
    match is_inline {
        true => vec![Claim::Whole(format!("types::{}", side.types.get(*id)))],
        false => Vec::new(),
    }
}
