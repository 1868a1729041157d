//! A claim's history as sentences: each line says what somebody did to it.

use serde_json::Value;

use crate::model::event::{Action, Event};

/// Most characters of what somebody wrote; the whole stands where it belongs.
const LONGEST: usize = 160;

/// What an event says was done to a claim, as the end of a sentence that
/// begins with who did it.
pub fn told(event: &Event) -> String {
    let Ok(action) = event.action.parse::<Action>() else {
        return event.action.clone();
    };
    let (before, after) = (&event.before, &event.after);
    if event.hidden {
        return match action {
            Action::Undo => "took something back, which is hidden from you".to_owned(),
            _ => "gave a verdict or ruling, which is hidden until yours is in".to_owned(),
        };
    }
    match action {
        Action::VerdictAdd => with("rated it", &[&after["rating_label"]], &after["rationale"]),
        Action::VerdictReaffirm => with(
            "reaffirmed",
            &[&after["rating_label"]],
            &after["reaffirmed"],
        ),
        Action::RulingSignOff
        | Action::RulingReturn
        | Action::RulingPublish
        | Action::RulingCorrect => ruling(action, after),
        Action::EvidenceAdd => with(
            "added evidence that",
            &[&evidence_does(&after["stance"]), &after["source_name"]],
            &after["locator"],
        ),
        Action::CommentAdd => with("remarked", &[], &after["body"]),
        Action::ReplyAdd | Action::ReplyAnswer => reply(action, after),
        Action::FlagAdd => with("raised a flag,", &[&after["category"]], &after["message"]),
        Action::FlagResolve => with("settled the flag", &[], &after["resolution"]),
        Action::Undo => {
            let undone = Event {
                action: text(&before["action"]),
                before: after.clone(),
                after: before["was"].clone(),
                ..event.clone()
            };
            format!("took back: {}", told(&undone))
        }
        _ => on_the_claim(action, before, after),
    }
}

/// What was done to a claim besides judging it.
fn on_the_claim(action: Action, before: &Value, after: &Value) -> String {
    match action {
        Action::ClaimAdd => "added the claim".to_owned(),
        Action::ClaimAccept => "said that it is to be checked".to_owned(),
        Action::ClaimDismiss => with("dismissed it", &[], &after["dismissed_because"]),
        Action::ClaimReopen => with("took it up again", &[], &after["because"]),
        Action::ClaimEdit => edited(before, after),
        Action::ClaimSplit => with("split it", &[], &after["claim"]["dismissed_because"]),
        Action::ClaimLink => format!(
            "linked it to claim {}, which was checked before",
            after["earlier"]
        ),
        Action::ClaimUnlink => format!("unlinked it from claim {}", before["earlier"]),
        Action::ClaimAnchor if after["outcome"] == "cut" => {
            "said that its words were cut".to_owned()
        }
        Action::ClaimAnchor => with("found its words again,", &[&after["outcome"]], &Value::Null),
        Action::ClaimAssign => format!("gave it out; it is now with {}", holders(after)),
        Action::ClaimUnassign => format!("took it from {}", holders(before)),
        Action::ClaimNext => "took it from the queue".to_owned(),
        Action::FlagAnchor if after["outcome"] == "cut" => {
            "said that the flag's words were cut".to_owned()
        }
        Action::FlagAnchor => "found the flag's words again".to_owned(),
        Action::Lint => "ran the rules over what it rests on".to_owned(),
        Action::FlagReopen => with("opened the flag again", &[], &after["because"]),
        Action::EvidenceRemove => with(
            "took back evidence from",
            &[&before["source_name"]],
            &after["because"],
        ),
        other => {
            let side = if after.is_null() { before } else { after };
            let known = ["title", "name", "url", "setting", "file_name"];
            let name = known.iter().map(|field| &side[*field]);
            let name = name.map(text).find(|name| !name.is_empty());
            match name {
                Some(name) => format!("{} “{}”", other.meaning(), short(&name)),
                None => other.meaning().to_owned(),
            }
        }
    }
}

fn ruling(action: Action, after: &Value) -> String {
    let ruling = &after["ruling"];
    let because = &ruling["because"];
    match action {
        Action::RulingReturn => {
            let verdict = format!("returned verdict {}", ruling["verdict"]);
            with(&verdict, &[], because)
        }
        Action::RulingPublish => with("published the ruling", &[&ruling["ruled_label"]], because),
        Action::RulingCorrect => with(
            "corrected the public ruling to",
            &[&ruling["ruled_label"]],
            because,
        ),
        _ => {
            let verdict = format!("signed off verdict {} as", ruling["verdict"]);
            let said = with(&verdict, &[&ruling["rating_label"]], because);
            match ruling["ruled_label"].as_str() {
                Some(ruled) => format!("{said}; the desk rules {ruled}"),
                None => format!("{said}; more sign-offs are wanted"),
            }
        }
    }
}

fn reply(action: Action, after: &Value) -> String {
    let answer = match after["answered"].as_str() {
        Some(on) => with(&format!("answered on {on}"), &[], &after["answer"]),
        None => "no answer yet".to_owned(),
    };
    let who = text(&after["asked_of"]);
    match action {
        Action::ReplyAdd => format!("asked {who} on {}; {answer}", text(&after["asked"])),
        _ => format!("recorded that {who} {answer}"),
    }
}

fn evidence_does(stance: &Value) -> Value {
    match stance.as_str() {
        Some("context") => "gives context,".into(),
        Some(stance) => format!("{stance} it,").into(),
        None => Value::Null,
    }
}

fn edited(before: &Value, after: &Value) -> String {
    let (Some(was), Some(is)) = (before.as_object(), after.as_object()) else {
        return "edited the claim".to_owned();
    };
    let changed: Vec<String> = is
        .iter()
        .filter(|(name, value)| was.get(*name) != Some(*value))
        .map(|(name, value)| format!("{name}: {}", short(&text(value))))
        .collect();
    format!("edited the claim; {}", changed.join("; "))
}

/// Who had a claim, or has it.
fn holders(side: &Value) -> String {
    let handles: Vec<&str> = side["assigned"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|assignee| assignee["reviewer"].as_str())
        .collect();
    if handles.is_empty() {
        "nobody".to_owned()
    } else {
        handles.join(", ")
    }
}

/// What was done, to what, and what was said with it.
fn with(done: &str, what: &[&Value], said: &Value) -> String {
    let mut sentence = done.to_owned();
    for value in what.iter().filter(|value| !value.is_null()) {
        sentence.push(' ');
        sentence.push_str(&text(value));
    }
    if let Some(said) = said.as_str() {
        sentence.push_str(": ");
        sentence.push_str(&short(said));
    }
    sentence
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// A text on one line, cut when it is long.
fn short(said: &str) -> String {
    let line = said.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn event(action: Action, before: Value, after: Value) -> Event {
        Event {
            id: 7,
            desk: None,
            uuid: String::new(),
            at: "2026-03-02T10:05:00Z".to_owned(),
            actor: "ana".to_owned(),
            action: action.to_string(),
            subject: "claim".to_owned(),
            subject_id: 12,
            subject_uuid: None,
            before,
            after,
            hidden: false,
            previous_hash: String::new(),
            hash: String::new(),
        }
    }

    #[test]
    fn each_act_is_a_sentence() {
        let told_of = |action, before, after| told(&event(action, before, after));
        assert_eq!(
            told_of(
                Action::VerdictAdd,
                Value::Null,
                json!({"rating_label": "False", "rationale": "The plaque\n says 1932."})
            ),
            "rated it False: The plaque says 1932."
        );
        assert_eq!(
            told_of(
                Action::RulingSignOff,
                Value::Null,
                json!({"ruling": {"verdict": 3, "rating_label": "False", "ruled_label": "False", "because": null}})
            ),
            "signed off verdict 3 as False; the desk rules False"
        );
        assert_eq!(
            told_of(
                Action::ClaimAssign,
                Value::Null,
                json!({"assigned": [{"reviewer": "ana"}, {"reviewer": "ben"}]})
            ),
            "gave it out; it is now with ana, ben"
        );
        assert_eq!(
            told_of(
                Action::Undo,
                json!({"action": "verdict.add", "was": {"rating_label": "False"}}),
                Value::Null
            ),
            "took back: rated it False"
        );
    }

    #[test]
    fn every_act_on_a_claim_is_told_in_words() {
        for action in Action::ALL {
            let on_claim = [
                "claim.",
                "verdict.",
                "ruling.",
                "comment.",
                "reply.",
                "evidence.",
            ];
            if on_claim
                .iter()
                .any(|start| action.as_str().starts_with(start))
            {
                let said = told(&event(*action, json!({}), json!({})));
                assert!(!said.contains(action.as_str()), "{said}");
            }
        }
    }

    #[test]
    fn what_is_hidden_is_not_told() {
        let hidden = Event {
            hidden: true,
            ..event(Action::VerdictAdd, Value::Null, Value::Null)
        };
        assert!(told(&hidden).contains("hidden"));
    }
}
