//! What a desk has agreed on about how it works, and what people prefer on all desks.

use schemars::JsonSchema;
use serde::Serialize;

use super::ruling::Panel;
use super::words::closed_set;

closed_set! {
    /// A setting that people change.
    SettingKey, "setting" {
        /// Whether others' verdicts on a claim are hidden until one's own is in.
        Blind = "blind",
        /// Handle of who acts when nobody is named.
        DefaultReviewer = "default-reviewer",
        /// Slug of the scale that verdicts use when none is named.
        DefaultScale = "default-scale",
        /// Whether a rating needs a source with a locator, or a reason for none.
        EvidenceRequired = "evidence-required",
        /// Whether who gave a verdict may sign it off.
        FourEyes = "four-eyes",
        /// Rules that do not run.
        LintIgnore = "lint-ignore",
        /// From how many years on a source is old for a claim about the present.
        LintSourceYears = "lint-source-years",
        /// Who publishes the desk's checks.
        Publisher = "publisher",
        /// The address of who publishes the desk's checks.
        PublisherUrl = "publisher-url",
        /// The colour of reports.
        ReportAccent = "report-accent",
        /// The picture at the top of reports.
        ReportLogo = "report-logo",
        /// What reports are called.
        ReportTitle = "report-title",
        /// How many sign-offs must bear one rating.
        SignOffsAgreeing = "sign-offs-agreeing",
        /// How many sign-offs a ruling takes.
        SignOffsRequired = "sign-offs-required",
    }
}

impl SettingKey {
    /// What the setting does, in one sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Blind => "hide others' verdicts on a claim until one's own is in: on or off",
            Self::DefaultReviewer => "who acts when nobody is named: a handle",
            Self::DefaultScale => "the scale that verdicts use when none is named",
            Self::EvidenceRequired => {
                "a rating needs a source with a locator, or a reason for none: on or off"
            }
            Self::FourEyes => {
                "nobody signs off a verdict of their own: on, off, or auto, which is on from two reviewers on"
            }
            Self::LintIgnore => {
                "rules that do not run: codes, names or categories, also for one article as E602@3"
            }
            Self::LintSourceYears => {
                "from how many years on a source is old for a claim about the present: a number"
            }
            Self::Publisher => "who publishes the desk's checks: the name that ClaimReview gives",
            Self::PublisherUrl => "the address of who publishes the desk's checks",
            Self::ReportAccent => "the colour of lines and of the name on reports: #0a5 or #00aa55",
            Self::ReportLogo => "the picture at the top of reports: a PNG, JPEG or SVG file",
            Self::ReportTitle => "what reports are called, such as the name of the desk",
            Self::SignOffsAgreeing => {
                "how many sign-offs must bear one rating: a number, or auto, which is most of them"
            }
            Self::SignOffsRequired => "how many editors must sign a claim off: a number",
        }
    }
}

closed_set! {
    /// A default that a person sets for themselves.
    PersonalKey, "personal default" {
        /// The style that sources are cited in.
        CitationStyle = "citation-style",
        /// When there is colour.
        Color = "color",
        /// The editor for longer texts.
        Editor = "editor",
        /// Who acts.
        Handle = "handle",
        /// The program that shows what is longer than the screen.
        Pager = "pager",
    }
}

impl PersonalKey {
    /// What it does, in one sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::CitationStyle => "the style that sources are cited in",
            Self::Color => "when to use colour: auto, always or never",
            Self::Editor => "the editor for longer texts, with its arguments",
            Self::Handle => "who you are on the desks you work on: a handle",
            Self::Pager => "what shows output that is longer than the screen; off for none",
        }
    }
}

/// A setting as `config list` gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SettingShown {
    /// Its name.
    pub key: SettingKey,
    /// Its value, as it is in force.
    pub value: String,
    /// Whether somebody set it; otherwise it is the default.
    pub set: bool,
    /// What it does.
    pub meaning: &'static str,
}

/// The settings that verdicts and rulings are held to, as they are in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HouseRules {
    /// Whether others' verdicts on a claim are hidden until one's own is in.
    pub blind: bool,
    /// Whether a rating needs a source with a locator, or a reason for none.
    pub evidence_required: bool,
    /// Whether nobody may sign off a verdict of their own.
    pub four_eyes: bool,
    /// How many editors sign off.
    pub panel: Panel,
}
