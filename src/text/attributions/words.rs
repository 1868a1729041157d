//! The words that attributions are told by, as plain data: lower case, parted
//! by white space.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Verbs that what is said follows without "that".
const SAY: &str = "say says said claim claims claimed insist insists insisted argue argues argued tweeted believe believes
    believed think thinks thought";

/// Verbs that are followed by whom it is told.
const TELL: &str = "tell tells told inform informs informed assure assures assured remind reminds reminded warn warns warned";

/// Verbs that say something only with "that", a colon or quotation marks.
const STATE: &str = "
    state states stated contend contends contended maintain maintains maintained assert asserts asserted allege alleges alleged
    declare declares declared announce announces announced report reports reported note notes noted add adds added explain
    explains explained warn warns warned caution cautions cautioned suggest suggests suggested estimate estimates estimated
    conclude concludes concluded find finds found show shows showed shown reveal reveals revealed confirm confirms confirmed deny
    denies denied admit admits admitted acknowledge acknowledges acknowledged concede concedes conceded complain complains
    complained testify testifies testified write writes wrote written tweet tweets observe observes observed stress
    stresses stressed emphasize emphasizes emphasized emphasise emphasises emphasised predict predicts predicted fear fears feared
    indicate indicates indicated remark remarks remarked reply replies replied respond responds responded answer answers answered
    ask asks asked predict speculate speculates speculated assume assumes assumed imply implies implied hold holds held boast
    boasts boasted counter counters countered recall recalls recalled joke joked jokes repeat repeats repeated reiterate
    reiterates reiterated agree agrees agreed mention mentions mentioned charge charged disclose disclosed discloses vow vows
    vowed promise promises promised urge urges urged recount recounted relate posted quipped shouted muttered
    hint hints hinted demonstrate demonstrates demonstrated calculate calculates calculated project projects projected";

/// "Point out", "make clear": with "out" behind.
const OUT: &str = "point points pointed";

/// Verbs that put words in somebody's mouth: "called it “…”".
const CALL: &str = "call calls called describe describes described dub dubs dubbed brand branded label labelled labeled denounce
    denounces denounced dismiss dismisses dismissed criticise criticised criticize criticized praise praised refer referred refers
    condemn condemned condemns";

/// Forms that need a subject in the plural, a modal verb or "to" before.
const BASE: &str = "say claim insist argue believe think tell inform assure remind warn state contend maintain assert allege declare
    announce report note add explain caution suggest estimate conclude find show reveal confirm deny admit acknowledge concede
    complain testify write tweet observe stress emphasize emphasise predict fear indicate remark reply respond answer ask
    speculate assume imply hold boast counter recall joke repeat reiterate agree mention charge disclose vow promise urge point
    call describe hint demonstrate calculate project relate";

/// Participles behind "it is": "it is claimed that".
const PASSIVE: &str = "claimed said alleged reported believed thought suggested argued estimated rumoured rumored feared assumed
    understood acknowledged announced held reckoned speculated asserted contended stated noted known agreed";

/// Participles behind "is", before "to": "is said to have".
const SAID_TO: &str =
    "said alleged reported believed thought rumoured rumored understood claimed estimated reputed";

/// Forms in "-ing" that go on with what somebody says.
const SAYING: &str = "saying arguing adding warning claiming noting insisting stating alleging explaining suggesting declaring
    asserting contending announcing writing predicting stressing concluding reporting complaining admitting denying";

/// Adverbs that say that somebody says so.
const ADVERBS: &str = "reportedly allegedly purportedly supposedly";

/// Words that no source goes beyond, backwards: a clause begins behind them.
const CLAUSE: &str = "and but or that which because while when whereas if as although though since until unless so yet however where
    than whether what how why is are was were be been being has have had do does did will would can could may might must shall
    should not n’t then moreover nonetheless nevertheless instead meanwhile also thus therefore like even just only still again";

/// Words between a source and its verb: "have repeatedly said".
const BETWEEN: &str = "has have had also later then repeatedly often always once recently again still further previously publicly
    openly now would could may might can will must should long already consistently reportedly frequently famously initially
    first even simply rightly wrongly himself herself itself themselves all both since generally usually sometimes too correctly
    explicitly privately falsely did do does currently clearly just merely only strongly similarly likewise additionally";

/// Modal verbs, which stand before a base form.
const MODAL: &str = "would could may might can will must should did do does";

/// Words that are no source, alone before a verb.
const NO_SOURCE: &str = "i we you it this that these those there which what to easier sooner the a an his her its their our my your
    be been being is are was were not never to nobody none no of for in on at by with from about into let let’s who whom whose
    please always never than as if whether or and but how why when where after before since former such more less most very";

/// Prepositions: a source doesn't begin with one.
const PREPOSITIONS: &str = "in on at during after before with without by for from despite under over through throughout amid among
    about against since until within following according between to across behind beyond inside outside near per via given";

/// Words that a noun follows; a new phrase begins with them.
const DETERMINERS: &str = "the a an his her its their our my your this these those some many most several both all each every one two
    three four other another such no few";

/// Pronouns that can be a source by themselves.
const PRONOUNS: &str =
    "he she they who some many others everyone everybody someone somebody one nobody";

/// Sources that are nobody: "critics", "experts", "some".
const VAGUE: &str = "critics critic experts expert sources source some many others officials official observers observer analysts analyst
    people insiders insider opponents supporters advocates detractors commentators researchers scientists economists historians
    lawyers doctors activists skeptics sceptics pundits studies study reports polls surveys research data evidence witnesses
    residents locals voters residents diplomats policymakers politicians media rumours rumors they everyone everybody someone
    somebody one most several academics scholars specialists campaigners authorities figures statistics proponents
    investigators prosecutors environmentalists protesters economists lawmakers aides friends colleagues neighbours neighbors investors traders users fans";

/// Words that leave a vague source vague.
const VAGUE_BESIDE: &str = "some many most several other various numerous few a the of an all these those number anonymous unnamed
    independent senior former leading political legal economic local international foreign government human rights medical security
    military outside recent new unidentified certain countless prominent public social top high ranking close health policy more
    further different two three his her its their us american western early latest undisclosed inside familiar with matter to
    industry market financial academic such multiple long time longtime one who were was";

/// Things that are no voice: "according to plan".
const NO_VOICE: &str = "plan plans schedule law need needs taste size age ability whether how what when where their its his her my our
    your merit circumstance circumstances demand rank order tradition custom which each who";

macro_rules! kinds {
    ($($name:ident = $list:ident),+ $(,)?) => {
        /// What a word can be in an attribution.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::text) enum Role {
            $(#[doc = concat!("In the list ", stringify!($list), ".")] $name,)+
        }

        static TABLE: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
            let mut table: HashMap<&'static str, u32> = HashMap::new();
            for (role, words) in [$((Role::$name, $list)),+] {
                for word in words.split_whitespace() {
                    *table.entry(word).or_default() |= 1 << role as u32;
                }
            }
            table
        });
    };
}

kinds! {
    Say = SAY, Tell = TELL, State = STATE, Out = OUT, Call = CALL, Base = BASE, Passive = PASSIVE, SaidTo = SAID_TO,
    Saying = SAYING, Adverb = ADVERBS, Clause = CLAUSE, Between = BETWEEN, Modal = MODAL, NoSource = NO_SOURCE,
    Preposition = PREPOSITIONS, Determiner = DETERMINERS, Pronoun = PRONOUNS, Vague = VAGUE,
    VagueBeside = VAGUE_BESIDE, NoVoice = NO_VOICE,
}

/// What a word can be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::text) struct Roles(u32);

impl Roles {
    /// Whether it can be this.
    pub(in crate::text) fn is(self, role: Role) -> bool {
        self.0 & (1 << role as u32) != 0
    }

    /// Whether it can be one of these.
    pub(in crate::text) fn is_any(self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.is(*role))
    }
}

/// What a lower-case word can be in an attribution.
pub(in crate::text) fn roles(word: &str) -> Roles {
    Roles(TABLE.get(word).copied().unwrap_or_default())
}
