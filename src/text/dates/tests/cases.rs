//! Dates as newspapers write them.

use super::*;

#[test]
fn days_are_read_as_papers_write_them() {
    check(
        &[
            (
                "The bridge fell on [14 August 2018], killing 43.",
                "2018-08-14",
            ),
            (
                "She was sworn in on [Aug. 20, 2018], in Juba.",
                "2018-08-20",
            ),
            ("The [Aug. 2, 1990], invasion of Kuwait", "1990-08-02"),
            ("It was signed on [April 10th] by both sides.", "2025-04-10"),
            (
                "Judges ruled on the [3rd of March] that he lied.",
                "2025-03-03",
            ),
            (
                "The strike of [Friday, Nov. 3] was called off.",
                "2024-11-03",
            ),
            ("He was seen on [Saturday 3 November 2018].", "2018-11-03"),
            (
                "Filed [20/08/2018], stamped [8/21/2018].",
                "2018-08-20 2018-08-21",
            ),
            ("Dated [4/5/2018] in the American way.", "2018-04-05"),
            ("Issued on [13.5.2015] in Bonn.", "2015-05-13"),
            ("The log of [2018-08-20] ends at noon.", "2018-08-20"),
            (
                "An [11 September 2001] attack; after [9/11] all changed.",
                "2001-09-11 2001-09-11",
            ),
            ("on the [tenth of September, two thousand]", "2000-09-10"),
            ("the vote of [March 5, '98]", "1998-03-05"),
            (
                "The law takes effect [Jan. 1]; it will cost more.",
                "2026-01-01",
            ),
            ("Ballots will be counted on [May 3].", "2025-05-03"),
            (
                "By [August] two men were dead; in [May] 20 monks fled.",
                "2024-08 2024-05",
            ),
            (
                "On [Tuesday] the two sides met, [Thursday the 3rd].",
                "2025-04-15 2025-04-03",
            ),
            ("She fled on [Feb 29] with her sons.", "2024-02-29"),
        ],
        Some(PUBLISHED),
    );
}

#[test]
fn months_and_years_are_read() {
    check(
        &[
            ("Prices rose in [August 2018].", "2018-08"),
            (
                "Prices rose in [August] and fell in [March].",
                "2024-08 2025-03",
            ),
            ("Talks will resume in [September].", "2025-09"),
            ("In [May], she said, nobody knew.", "2024-05"),
            ("The [April] figures disappointed.", "2025-04"),
            (
                "It began [last November] and ends [next June].",
                "2024-11 2025-06",
            ),
            ("Born in [June next year]", "2026-06"),
            ("In [1968] and again in [2004] he stood.", "1968 2004"),
            ("The [2008] crisis, the World Cup [2018]", "2008 2018"),
            ("The paper of [2018-08] was lost.", "2018-08"),
            ("It opened in [1850] and sold 1850 copies.", "1850"),
            (
                "Rome in [AD 70], Caesar in [44 BC], [500 B.C.]",
                "0070 -0043 -0499",
            ),
            ("in [nineteen twenty eight]", "1928"),
            (
                "The deficit of [fiscal 2018] and of [FY2019]",
                "2018~ 2019~",
            ),
            ("In [fiscal year 2018-19] it doubled.", "2018~/2019~"),
        ],
        Some(PUBLISHED),
    );
}

#[test]
fn longer_and_shorter_periods_are_read() {
    check(
        &[
            ("Music of [the 1990s] and [the '80s]", "199X 198X"),
            (
                "[the nineties], [the nineteen seventies], [the noughties]",
                "199X 197X 200X",
            ),
            (
                "A house of [the 19th century], [16th-century] beams",
                "18XX 15XX",
            ),
            (
                "[the seventeenth century]; ships of [the 1800s]",
                "16XX 18XX",
            ),
            ("temples of [the 5th century BC]", "-0499/-0400"),
            (
                "[mid-1990s] style, [the early 1980s]",
                "1994~/1996~ 1980~/1983~",
            ),
            (
                "In [late 2018] and [early March]",
                "2018-07~/2018-12~ 2025-03-01~/2025-03-15~",
            ),
            ("by the [end of March 2020]", "2020-03-16~/2020-03-31~"),
            ("in [mid-July 2019]", "2019-07-10~/2019-07-20~"),
            (
                "Floods of [spring 2020], [the summer of 2016]",
                "2020-21 2016-22",
            ),
            ("In [the fall of 1989] the wall fell.", "1989-23"),
            (
                "Sales in [the third quarter of 2019] and [Q1 2020]",
                "2019-35 2020-33",
            ),
            ("Profit in [the third quarter] was flat.", "2024-35"),
            ("[First-quarter] profit rose.", "2025-33"),
            ("In [the first half of 2020] it shrank.", "2020-40"),
            ("[the third quarter of fiscal 2019]", "2019-35~"),
            ("[the first nine months of 2019]", "2019-01/2019-09"),
            ("[the first week of October 2018]", "2018-10-01/2018-10-07"),
            ("[the week of 18 September 2018]", "2018-09-17/2018-09-23"),
            ("[the second Monday in May 2018]", "2018-05-14"),
        ],
        Some(PUBLISHED),
    );
}

#[test]
fn ranges_are_joined() {
    check(
        &[
            ("He fought [from 1914 to 1918].", "1914/1918"),
            (
                "the war of [1914–18], the season [2018-19]",
                "1914/1918 2018/2019",
            ),
            (
                "Growth [between March and June 2019] was nil.",
                "2019-03/2019-06",
            ),
            (
                "[from Oct. 1 through Dec. 31, 2001]",
                "2001-10-01/2001-12-31",
            ),
            (
                "The fair runs [20–24 August 2018].",
                "2018-08-20/2018-08-24",
            ),
            ("Talks on [March 5-7] failed.", "2025-03-05/2025-03-07"),
            (
                "They met on [20 and 21 August 2018].",
                "2018-08-20/2018-08-21",
            ),
            (
                "[from 25 October to 3 November 2018]",
                "2018-10-25/2018-11-03",
            ),
            ("[December 2018 to January 2019]", "2018-12/2019-01"),
            (
                "He was out [from Monday to Friday].",
                "2025-04-07/2025-04-11",
            ),
            ("[Since 2018] and [since at least 2012]", "2018/.. 2012/.."),
            ("He stayed [until May].", "../2024-05"),
            ("[from 4 to 22 this month]", "2025-04-04/2025-04-22"),
            ("in [the six months ended 30 June 2018]", "2018-01/2018-06"),
            ("in [the year to March 2019]", "2018-04/2019-03"),
            ("in [the week ended June 8, 2018]", "2018-06-02/2018-06-08"),
        ],
        Some(PUBLISHED),
    );
}

#[test]
fn what_counts_from_publication_is_counted() {
    check(
        &[
            (
                "He said on [Tuesday] that he will go on [Friday].",
                "2025-04-15 2025-04-18",
            ),
            ("The court ruled [Monday].", "2025-04-14"),
            ("Police said [Friday]'s blast killed two.", "2025-04-11"),
            ("[Last Tuesday] it rained.", "2025-04-08"),
            ("It opens [next Friday].", "2025-04-25"),
            (
                "[Yesterday], [today], [tonight] and [tomorrow]",
                "2025-04-14 2025-04-15 2025-04-15 2025-04-16",
            ),
            (
                "It fell [last week] and [last month].",
                "2025-04-07/2025-04-13 2025-03",
            ),
            (
                "[last year], [last quarter], [last decade], [last century]",
                "2024 2025-33 201X 19XX",
            ),
            ("[this year] and [next year]", "2025 2026"),
            (
                "Born [two weeks ago], [three months ago], [20 years ago]",
                "2025-03-31/2025-04-06 2025-01 2005",
            ),
            ("Profit rose from [a year earlier].", "2024"),
            (
                "[earlier this year], [later this month]",
                "2025-01-01/2025-04-15 2025-04-15/2025-04-30",
            ),
            ("in [the past five years]", "2020-04-15/2025-04-15"),
            ("over [the last decade]", "2015-04-15/2025-04-15"),
            ("over [the next two months]", "2025-04-16/2025-06-15"),
            ("[this summer] and [last winter]", "2025-22 2024-24"),
            (
                "Two were killed over [the weekend].",
                "2025-04-12/2025-04-13",
            ),
            ("It will end [in three weeks].", "2025-05-06"),
            ("It will melt [in 50 years], not in one day.", "2075"),
            (
                "It sank on [Monday] morning, at 5 p.m. on [Sunday].",
                "2025-04-14 2025-04-13",
            ),
            (
                "[the day before yesterday], [a few days ago]",
                "2025-04-13 2025-04-12~",
            ),
        ],
        Some(PUBLISHED),
    );
}

#[test]
fn feasts_are_dates() {
    check(
        &[
            ("shot on [Christmas Day 2018]", "2018-12-25"),
            ("On [New Year’s Eve] they left.", "2024-12-31"),
            ("It was [Easter 2020].", "2020-04-12"),
            ("Sales on [Black Friday] fell.", "2024-11-29"),
            ("They met on [Thanksgiving].", "2024-11-28"),
            ("Christmas trees and the Easter Bunny", ""),
        ],
        Some(PUBLISHED),
    );
}
