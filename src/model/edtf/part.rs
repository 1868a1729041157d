//! Seasons, quarters and halves of a year, with their codes and their months.

/// A part of a year that is no month, with its code of ISO 8601-2:2019,
/// 4.8.
///
/// Seasons are those of the northern half of the earth by whole months, which
/// is how the press counts them; a winter begins in the December of its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum YearPart {
    /// March to May: 21.
    Spring,
    /// June to August: 22.
    Summer,
    /// September to November: 23.
    Autumn,
    /// December to February: 24.
    Winter,
    /// January to March: 33.
    FirstQuarter,
    /// April to June: 34.
    SecondQuarter,
    /// July to September: 35.
    ThirdQuarter,
    /// October to December: 36.
    FourthQuarter,
    /// January to June: 40.
    FirstHalf,
    /// July to December: 41.
    SecondHalf,
}

impl YearPart {
    const ALL: [(Self, u32, u32, u32); 10] = [
        (Self::Spring, 21, 3, 3),
        (Self::Summer, 22, 6, 3),
        (Self::Autumn, 23, 9, 3),
        (Self::Winter, 24, 12, 3),
        (Self::FirstQuarter, 33, 1, 3),
        (Self::SecondQuarter, 34, 4, 3),
        (Self::ThirdQuarter, 35, 7, 3),
        (Self::FourthQuarter, 36, 10, 3),
        (Self::FirstHalf, 40, 1, 6),
        (Self::SecondHalf, 41, 7, 6),
    ];

    /// The quarter with this number, from 1.
    pub fn quarter(number: u32) -> Option<Self> {
        Self::from_code(number.checked_add(32)?).filter(|_| (1..=4).contains(&number))
    }

    /// The half with this number, from 1.
    pub fn half(number: u32) -> Option<Self> {
        Self::from_code(number.checked_add(39)?).filter(|_| (1..=2).contains(&number))
    }

    /// The number that stands for it behind the year.
    pub fn code(self) -> u32 {
        let known = Self::ALL.iter().find(|(part, ..)| *part == self);
        known.map_or(0, |(_, code, ..)| *code)
    }

    /// Its first month, and how many months it has.
    pub fn months(self) -> (u32, u32) {
        let known = Self::ALL.iter().find(|(part, ..)| *part == self);
        known.map_or((1, 12), |(_, _, first, count)| (*first, *count))
    }

    pub(super) fn from_code(code: u32) -> Option<Self> {
        let known = Self::ALL.iter().find(|(_, known, ..)| *known == code);
        known.map(|(part, ..)| *part)
    }
}
