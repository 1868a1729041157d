//! A house's colour, made so dark or so light that it can be read.

use std::str::FromStr;

/// The least contrast of text (Web Content Accessibility Guidelines 2.2,
/// success criterion 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

/// The grounds of the page that text in the colour stands on, as the style has
/// them: the darker of the light ones, and the lighter of the dark ones.
const LIGHT_GROUND: Accent = Accent([0xfb, 0xfa, 0xf8]);
const DARK_GROUND: Accent = Accent([0x1c, 0x1f, 0x25]);

const BLACK: Accent = Accent([0, 0, 0]);
const WHITE: Accent = Accent([0xff, 0xff, 0xff]);

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent([u8; 3]);

/// A text that is no colour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no colour; write it as #0a5 or #00aa55")]
pub struct NoColour(pub String);

impl FromStr for Accent {
    type Err = NoColour;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let none = || NoColour(given.to_owned());
        let digits: Vec<u8> = given
            .trim()
            .strip_prefix('#')
            .ok_or_else(none)?
            .chars()
            .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect::<Option<_>>()
            .ok_or_else(none)?;
        match *digits {
            [r, g, b] => Ok(Self([r * 17, g * 17, b * 17])),
            [r, rr, g, gg, b, bb] => Ok(Self([r * 16 + rr, g * 16 + gg, b * 16 + bb])),
            _ => Err(none()),
        }
    }
}

impl std::fmt::Display for Accent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl Accent {
    /// The contrast between two colours, from 1 to 21 (Web Content Accessibility
    /// Guidelines 2.2, "contrast ratio").
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        let [r, g, b] = self.0.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The colour nearest to this one, on the way to `end`, that text on
    /// `ground` can have.
    fn readable_on(self, ground: Self, end: Self) -> Self {
        let mixed = |tenth: u16| {
            let mut channels = self.0;
            for (channel, end) in channels.iter_mut().zip(end.0) {
                let sum = u16::from(*channel) * (20 - tenth) + u16::from(end) * tenth;
                *channel = u8::try_from(sum / 20).unwrap_or(end);
            }
            Self(channels)
        };
        let mut shades = (0..=20).map(mixed);
        shades
            .find(|shade| shade.contrast(ground) >= LEAST_CONTRAST)
            .unwrap_or(end)
    }

    /// The rules of style that set the colour: as dark as it takes on a light
    /// page, as light as it takes on a dark one.
    pub(super) fn rules(self) -> String {
        let light = self.readable_on(LIGHT_GROUND, BLACK);
        let dark = self.readable_on(DARK_GROUND, WHITE);
        format!(
            ":root {{ --accent: {light}; }}\n\
             @media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; }} }}\n"
        )
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn colours_are_read_as_people_write_them() {
        assert_eq!("#0a5".parse(), Ok(Accent([0, 0xaa, 0x55])));
        assert_eq!("#00AA55".parse(), Ok(Accent([0, 0xaa, 0x55])));
        for wrong in ["0a5", "#0a", "#00aa5", "green", "#gggggg", "#0a5;}", ""] {
            assert!(wrong.parse::<Accent>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn contrast_is_counted_as_the_guidelines_count_it() {
        let ratio = |one: &str, other: &str| {
            let (one, other): (Accent, Accent) = (one.parse().unwrap(), other.parse().unwrap());
            (one.contrast(other) * 100.0).round() / 100.0
        };
        assert!((ratio("#000", "#fff") - 21.0).abs() < 0.01);
        assert!((ratio("#767676", "#fff") - 4.54).abs() < 0.01);
        assert!((ratio("#123", "#123") - 1.0).abs() < 0.01);
    }

    proptest! {
        #[test]
        fn every_colour_can_be_read_on_both_grounds(r: u8, g: u8, b: u8) {
            let colour = Accent([r, g, b]);
            for (ground, end) in [(LIGHT_GROUND, BLACK), (DARK_GROUND, WHITE)] {
                let shade = colour.readable_on(ground, end);
                prop_assert!(shade.contrast(ground) >= LEAST_CONTRAST);
                if colour.contrast(ground) >= LEAST_CONTRAST {
                    prop_assert_eq!(shade, colour);
                }
            }
        }
    }
}
