use serde_json::Value;

use crate::diagnostics::{Code, Report};
use crate::normalize::walk::{At, ORIGIN};

use super::{Keywords, keywords, set};

/// Says `nullable` where a branch of `oneOf` or `anyOf` allows only null, and takes out combinations of nothing.
pub(super) fn rewrite(keywords: &mut Keywords, at: &At<'_>, report: &mut Report) {
    for keyword in ["allOf", "oneOf", "anyOf"] {
        let Some(Value::Array(branches)) = keywords.get_mut(keyword) else {
            continue;
        };
        if branches.is_empty() {
            report.warn(
                Code::InvalidDocument,
                &at.join(keyword),
                format!("`{keyword}` of nothing has no meaning; left out"),
            );
            keywords.shift_remove(keyword);
            continue;
        }
        if keyword == "allOf" || !branches.iter().any(keywords::is_only_null) {
            continue;
        }
        let place = at.join(keyword);
        let mut moved = false;
        let mut kept = Vec::new();
        for (index, mut branch) in std::mem::take(branches).into_iter().enumerate() {
            if keywords::is_only_null(&branch) {
                moved = true;
                continue;
            }
            // The branches behind the one that is gone have other numbers now.
            if let (true, Value::Object(members)) = (moved, &mut branch)
                && !members.contains_key("$ref")
                && !members.contains_key(ORIGIN)
            {
                set(members, ORIGIN, place.join(index).as_str());
            }
            kept.push(branch);
        }
        if kept.is_empty() {
            keywords::only_null(keywords);
            return;
        }
        *branches = kept;
        set(keywords, "nullable", true);
    }
}
