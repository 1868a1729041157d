//! The measures that newspapers give twice, once for readers who think in
//! miles and once for those who think in kilometres.

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dimension {
    Length,
    Area,
    Mass,
    Volume,
    Speed,
}

/// A measure.
#[derive(Debug, PartialEq)]
pub(super) struct Measure {
    /// Its name in the singular.
    pub(super) name: &'static str,
    /// What is measured.
    pub(super) dimension: Dimension,
    /// Whether it is one of the metric system.
    pub(super) metric: bool,
    /// How many metres, square metres, kilograms, litres or metres per second
    /// it is; several where the name stands for several measures.
    pub(super) sizes: &'static [f64],
}

const fn measure(
    name: &'static str,
    dimension: Dimension,
    metric: bool,
    sizes: &'static [f64],
) -> Measure {
    Measure {
        name,
        dimension,
        metric,
        sizes,
    }
}

use Dimension::{Area, Length, Mass, Speed, Volume};

/// A mile may be one at sea, a ton short, long or metric, a gallon of the
/// United States or of Britain, an ounce one of gold.
static MEASURES: &[Measure] = &[
    measure("mile", Length, false, &[1609.344, 1852.0]),
    measure("nautical mile", Length, false, &[1852.0]),
    measure("yard", Length, false, &[0.9144]),
    measure("foot", Length, false, &[0.3048]),
    measure("inch", Length, false, &[0.0254]),
    measure("fathom", Length, false, &[1.8288]),
    measure("kilometre", Length, true, &[1000.0]),
    measure("metre", Length, true, &[1.0]),
    measure("centimetre", Length, true, &[0.01]),
    measure("millimetre", Length, true, &[0.001]),
    measure("acre", Area, false, &[4046.856]),
    measure("square mile", Area, false, &[2_589_988.0]),
    measure("square foot", Area, false, &[0.092_903]),
    measure("hectare", Area, true, &[10_000.0]),
    measure("square kilometre", Area, true, &[1e6]),
    measure("square metre", Area, true, &[1.0]),
    measure("pound weight", Mass, false, &[0.453_592]),
    measure("ounce", Mass, false, &[0.028_350, 0.031_103]),
    measure("stone", Mass, false, &[6.350_29]),
    measure("ton", Mass, false, &[907.185, 1016.05, 1000.0]),
    measure("tonne", Mass, true, &[1000.0]),
    measure("kilogram", Mass, true, &[1.0]),
    measure("gram", Mass, true, &[0.001]),
    measure("gallon", Volume, false, &[3.785_41, 4.546_09]),
    measure("pint", Volume, false, &[0.473_176, 0.568_261]),
    measure("litre", Volume, true, &[1.0]),
    measure("millilitre", Volume, true, &[0.001]),
    measure("mile per hour", Speed, false, &[0.447_04]),
    measure("knot", Speed, false, &[0.514_444]),
    measure("kilometre per hour", Speed, true, &[0.277_778]),
    measure("metre per second", Speed, true, &[1.0]),
];

/// The measure that a unit is.
pub(super) fn measure_of(unit: &str) -> Option<&'static Measure> {
    // A pound beside kilograms weighs something.
    let name = if unit == "pound" {
        "pound weight"
    } else {
        unit
    };
    MEASURES.iter().find(|measure| measure.name == name)
}

impl Measure {
    /// How many of the other measure one of this may be.
    pub(super) fn in_terms_of(&self, other: &Self) -> Vec<f64> {
        let sizes = self.sizes.iter();
        sizes
            .flat_map(|size| other.sizes.iter().map(move |other| size / other))
            .collect()
    }
}

/// The plural of a unit: "feet", "square miles", "miles per hour".
pub(super) fn plural(unit: &str) -> String {
    match unit {
        "foot" => "feet".to_owned(),
        "square foot" => "square feet".to_owned(),
        "inch" => "inches".to_owned(),
        "stone" => "stone".to_owned(),
        "pound weight" => "pounds".to_owned(),
        "celsius" => "degrees Celsius".to_owned(),
        "fahrenheit" => "degrees Fahrenheit".to_owned(),
        _ => match unit.split_once(" per ") {
            Some((one, per)) => format!("{one}s per {per}"),
            None => format!("{unit}s"),
        },
    }
}

/// Degrees Fahrenheit of degrees Celsius.
pub(super) fn fahrenheit(celsius: f64) -> f64 {
    celsius * 1.8 + 32.0
}

/// Degrees Celsius of degrees Fahrenheit.
pub(super) fn celsius(fahrenheit: f64) -> f64 {
    (fahrenheit - 32.0) / 1.8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_told_in_others() {
        let mile = measure_of("mile").unwrap();
        let kilometre = measure_of("kilometre").unwrap();
        assert!((mile.in_terms_of(kilometre)[0] - 1.609_344).abs() < 1e-9);
        assert_eq!(measure_of("pound").unwrap().name, "pound weight");
        assert_eq!(plural("mile per hour"), "miles per hour");
        assert!((fahrenheit(100.0) - 212.0).abs() < 1e-9 && celsius(32.0).abs() < 1e-9);
    }
}
