//! The day of the build, on which it depends which reviews are published: those
//! dated later are held back.

pub use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

use crate::failure::Failure;

/// The day that was asked for: `given` as in `2026-11-21`, or else the UTC day
/// of `epoch`, in seconds (the variable `SOURCE_DATE_EPOCH` of repeatable
/// builds), or else the present day in UTC.
///
/// # Errors
/// A value that is no day of the calendar.
pub fn today(given: Option<&str>, epoch: Option<&str>) -> Result<Date, Failure> {
    let day_of = |time: Timestamp| time.to_zoned(TimeZone::UTC).date();
    if let Some(given) = given {
        let date = given
            .parse()
            .ok()
            .filter(|date: &Date| date.to_string() == given);
        return date.ok_or_else(|| {
            Failure::Other(format!(
                "`{given}` is not a date: expected year, month and day, such as `2026-11-21`"
            ))
        });
    }
    if let Some(epoch) = epoch {
        let seconds = epoch.parse().ok();
        let time = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
        return time.map(day_of).ok_or_else(|| {
            Failure::Other(format!(
                "`SOURCE_DATE_EPOCH` is `{epoch}`: expected the seconds since 1970, or no such variable"
            ))
        });
    }
    Ok(day_of(Timestamp::now()))
}

#[cfg(test)]
mod tests {
    use super::today;

    #[test]
    fn the_day_is_the_one_given_or_that_of_the_epoch() {
        let day = |given, epoch| today(given, epoch).map(|date| date.to_string()).ok();
        assert_eq!(
            day(Some("2026-11-21"), Some("0")).as_deref(),
            Some("2026-11-21")
        );
        assert_eq!(day(None, Some("0")).as_deref(), Some("1970-01-01"));
        // One second before midnight in UTC, and midnight.
        assert_eq!(day(None, Some("86399")).as_deref(), Some("1970-01-01"));
        assert_eq!(day(None, Some("86400")).as_deref(), Some("1970-01-02"));
        for wrong in [
            "2026-02-30",
            "21.11.2026",
            "20261121",
            "2026-11-21T00:00:00",
            "",
        ] {
            assert_eq!(day(Some(wrong), None), None, "{wrong}");
        }
        for wrong in ["", "yesterday", "1.5", "99999999999999999999"] {
            assert_eq!(day(None, Some(wrong)), None, "{wrong}");
        }
    }

    #[test]
    fn without_either_it_is_the_present_day() {
        let day = today(None, None).unwrap().to_string();
        assert!(day.as_str() > "2026-01-01", "{day}");
    }
}
