//! Moments for eyes: how long ago on a terminal, the time itself elsewhere.

use chrono::{DateTime, TimeDelta, Utc};

use super::Look;
use super::wording::counted;

/// How a moment is written in a row.
const IN_ROWS: &str = "%Y-%m-%d %H:%M";

/// How it is written where it stands alone.
const ALONE: &str = "%Y-%m-%d %H:%M UTC";

/// A moment in a row of a table.
pub(super) fn in_row(at: DateTime<Utc>, look: Look) -> String {
    let ago = look.terminal.then(|| ago(at, look.now)).flatten();
    ago.unwrap_or_else(|| at.format(IN_ROWS).to_string())
}

/// A moment that stands alone on a page.
pub(super) fn alone(at: DateTime<Utc>, look: Look) -> String {
    let time = at.format(ALONE);
    match ago(at, look.now).filter(|_| look.terminal) {
        Some(ago) => format!("{time} ({ago})"),
        None => time.to_string(),
    }
}

/// How long ago it was, if that is less than a week: what is older is found by its day.
fn ago(at: DateTime<Utc>, now: DateTime<Utc>) -> Option<String> {
    let past = now - at;
    if past < TimeDelta::zero() || past >= TimeDelta::weeks(1) {
        return None;
    }
    let said = match (past.num_days(), past.num_hours(), past.num_minutes()) {
        (0, 0, 0) => return Some("just now".to_owned()),
        (0, 0, minutes) => counted(minutes, "minute"),
        (0, hours, _) => counted(hours, "hour"),
        (days, ..) => counted(days, "day"),
    };
    Some(format!("{said} ago"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_by_how_long_ago_it_was() {
        let now: DateTime<Utc> = "2026-01-31T09:30:00Z".parse().unwrap();
        for (at, told) in [
            ("2026-01-31T09:29:30Z", Some("just now")),
            ("2026-01-31T09:28:30Z", Some("1 minute ago")),
            ("2026-01-31T08:31:00Z", Some("59 minutes ago")),
            ("2026-01-31T08:30:00Z", Some("1 hour ago")),
            ("2026-01-30T09:30:01Z", Some("23 hours ago")),
            ("2026-01-30T09:30:00Z", Some("1 day ago")),
            ("2026-01-24T09:30:01Z", Some("6 days ago")),
            ("2026-01-24T09:30:00Z", None),
            // A clock that is ahead.
            ("2026-01-31T09:30:01Z", None),
        ] {
            assert_eq!(ago(at.parse().unwrap(), now).as_deref(), told, "{at}");
        }
    }
}
