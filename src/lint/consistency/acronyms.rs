//! Acronyms: which need no expansion, and which words expand one.

use crate::lint::article::Line;
use crate::text::names::is_listed;
use crate::text::reading::Shape;

/// Acronyms that readers of news know, and names that nobody spells out.
const KNOWN: &str = "
AA AAA AARP ABC ABS AC ACLU ACT AD ADHD ADSL AFC AFL AFP AG AI AIDS AKA AM AMD ANC AOL AP API APIS AR ASAP ASCII ASEAN
AT ATM ATP AWOL BA BAFTA BBC BBQ BC BCE BFF BIOS BLM BMI BMW BNP BP BRICS BSC BST BT CAFE CAFTA CBE CBI CBS CCTV CD
CDC CE CEO CET CFO CGI CHF CIA CIO CM CND CNET CNN CNPC COO COPS COVID CPI CPR CPU CRT CSS CT CTO DAX DB DC DDT
DHS DIY DJ DJIA DM DMZ DNA DNC DOI DOJ DOW DS DSL DUP DVD DVR EA EADS EBAY ECB EDT EG ELO EMI EP EPA ER ERA ESPN
EST ETA ETC EU EUR FA FAQ FBI FC FCC FDA FDR FED FEMA FIA FIFA FPS FTC FTSE FYI GATT GB GBP GCSE GCSES GDP GE GHZ GM
GMBH GMO GMT GNP GOP GP GPRS GPS GPU GT GTI GUI GW HBO HD HDMI HDTV HIV HMV HP HR HSBC HTC HTML HTTP HUD HZ IAAF IBM
ICBM ICE ICU ID IDE IDF IE IKEA IMAX IMF INC IOC IOS IOU IPCC IPO IQ IRA IRB IRL IRS ISBN ISIL ISIS ISSN IT ITF ITV
IVF JFK JP JPY JSON JVC KB KC KFC KG KGB KLM KM KPH KPMG KW LA LAN LAPD LBJ LCD LED LG LGBT LGBTQ LLB LLC LOL LP LSD
LSE LTD LVMH MA MB MBA MBE MC MD MDMA MEP MG MHZ MIA MIRV MIT MLB MLK MM MMO MMS MP MPH MPS MRI MSC MSG MSN MSNBC MSP
MTV MVP MW NAACP NAFTA NASA NASDAQ NATO NB NBA NBC NC NCAA NEC NFL NGO NHL NHS NPR NRA NSA NSPCC NSW NTL NV NYC NYPD
NYSE NYU OBE OCD OECD OK OMG OPEC OS OXFAM PAC PBS PC PCB PCR PDF PDT PE PG PGA PHD PHP PIN PLA PLC PLO PM PMID POSIX
POW PR PS PSP PST PTA PTSD PVC QB QC RAF RAID RAM RBI RCA RD REM RFU RIP RNA RNC ROM ROTC RPC RPG RPI RPM RSPB
RSPCA RSS RSVP RTE RV SA SARS SAS SAT SD SDK SDLP SEC SF SFA SIM SMS SNP SOS SPL SQL SRU SS STEM SUV SVG SWAT TB TBA
TBD TD TGV THG TL TMZ TNT TOEFL TUC TV UAE UB UBS UCLA UEFA UFC UFO UHF UI UK UKIP UN UNESCO UNICEF UPS URL US USA
USAF USAID USB USD USSR UTC UX VAT VCR VHF VHS VIP VPN VR VS VW WAN WAP WHO WMD WRU WTA WTF WTO WW WWE WWI WWII WWW
XBOX XML XP XYZ ZDNET ZIP";

/// Two capitals that stand for a state of the United States or a country.
const STATES: &str = "
AL AK AZ AR CA CO CT DE FL GA HI IA IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OR PA RI SC SD TN TX UT
VA VT WA WI WV WY DC NSW QLD VIC";

/// Whether a run of capitals needs no expansion.
pub(super) fn is_known(acronym: &str) -> bool {
    let in_list = |list: &str| list.split_whitespace().any(|known| known == acronym);
    in_list(KNOWN) || in_list(STATES) || is_roman(acronym) || is_listed(&acronym.to_lowercase())
}

fn is_roman(acronym: &str) -> bool {
    acronym
        .chars()
        .all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'M'))
}

/// Two to six capitals that stand by themselves, without the “s” of a plural.
pub(super) fn acronym_at<'t>(line: &Line<'t>, at: usize) -> Option<&'t str> {
    let reading = &line.reading;
    if !reading.is(at, Shape::Word) || is_joined(line, at) {
        return None;
    }
    let word = reading.word(at);
    let word = word.strip_suffix('s').unwrap_or(word);
    let fits = (2..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    fits.then_some(word)
}

/// Whether it is a part of a longer word: “MS-13”, “F/A”, “U.S”, “A4”, “#OMG”.
fn is_joined(line: &Line<'_>, at: usize) -> bool {
    let reading = &line.reading;
    let to_word = |mark: &str| {
        matches!(
            mark,
            "-" | "/" | "." | "&" | "#" | "@" | "_" | "+" | "–" | ":" | "$"
        )
    };
    let before = reading.is_glued(at)
        && at.checked_sub(1).is_some_and(|before| {
            reading.is(before, Shape::Digits) || to_word(reading.word(before))
        });
    let after = reading.is_glued(at + 1)
        && (reading.is(at + 1, Shape::Digits)
            || to_word(reading.word(at + 1)) && reading.is_glued(at + 2));
    before || after
}

/// The tokens of the words right before a bracket whose initials make an acronym;
/// small words give a letter where it can't be made without.
pub(super) fn words_before(
    line: &Line<'_>,
    bracket: usize,
    acronym: &str,
) -> Option<std::ops::Range<usize>> {
    let back = |smalls_count: bool| initials_back(line, bracket, acronym, smalls_count);
    back(false).or_else(|| back(true))
}

fn initials_back(
    line: &Line<'_>,
    bracket: usize,
    acronym: &str,
    smalls_count: bool,
) -> Option<std::ops::Range<usize>> {
    let mut at = bracket;
    for letter in acronym.chars().rev().map(|c| c.to_ascii_lowercase()) {
        loop {
            at = at.checked_sub(1)?;
            let word = line.reading.lower(at);
            let small = is_small(word);
            if word.starts_with(letter) && (!small || smalls_count) {
                break;
            }
            if !small && !matches!(word, "-" | "’" | "'" | "s" | "&") {
                return None;
            }
        }
    }
    Some(at..bracket)
}

/// Whether a word can be left out of an acronym.
pub(super) fn is_small(word: &str) -> bool {
    matches!(
        word,
        "of" | "the"
            | "and"
            | "for"
            | "in"
            | "on"
            | "to"
            | "a"
            | "de"
            | "la"
            | "del"
            | "y"
            | "et"
            | "with"
            | "at"
            | "by"
    )
}

/// The initials of the words of a sentence, with small words and without; what
/// parts words that belong together is a space.
pub(super) fn initials(line: &Line<'_>) -> [String; 2] {
    let reading = &line.reading;
    let mut all = String::new();
    let mut large = String::new();
    for at in 0..reading.tokens.len() {
        let word = reading.lower(at);
        let initial = word.chars().next().unwrap_or(' ');
        let shape = reading.tokens.get(at).map(|token| token.shape);
        let is_acronym = acronym_at(line, at).is_some();
        match shape {
            // An acronym does not expand itself.
            Some(Shape::Word) if !is_acronym => {
                all.push(initial);
                if !is_small(word) {
                    large.push(initial);
                }
            }
            Some(Shape::Mark) if matches!(word, "-" | "’" | "'" | "&" | "“" | "”" | ",") => {}
            _ => {
                all.push(' ');
                large.push(' ');
            }
        }
    }
    [all, large]
}
