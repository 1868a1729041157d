//! What a page from the web may cost.

use std::time::Duration;

use clap::Args;

use crate::fetch::Limits;

/// Limits for what is fetched.
#[derive(Debug, Clone, Args)]
pub(crate) struct LimitArgs {
    /// The longest time that a page may take, redirects included
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=3600))]
    timeout: u32,
    /// The largest page that is kept, in MiB
    #[arg(long, value_name = "MIB", default_value_t = 64, value_parser = clap::value_parser!(u32).range(1..=1024))]
    max_size: u32,
}

impl LimitArgs {
    pub(super) fn limits(&self) -> Limits {
        Limits {
            bytes: u64::from(self.max_size) * 1024 * 1024,
            time: Duration::from_secs(self.timeout.into()),
            ..Limits::default()
        }
    }
}
