//! Divides the track of the length slider between its two thumbs.

use model::Length;

/// The midpoint between both thumbs in thousandths of the scale, from 1,000 at
/// its start to 2,000 at its end. A press left of it moves the lower thumb,
/// right of it the upper one. If both thumbs are at one end, the result is
/// beyond that end, so that every press moves the thumb that can still move.
pub fn split(min: Length, max: Length, (shortest, longest): (Length, Length)) -> u32 {
    let place = |length: Length| length.seconds().saturating_sub(shortest.seconds());
    let scale = place(longest);
    if scale == 0 {
        1_500
    } else if min == longest {
        3_000
    } else if max == shortest {
        0
    } else {
        // `f32` cannot overflow here; a thousandth is less than a pixel.
        let middle = (place(min) as f32 + place(max) as f32) / scale as f32;
        1_000 + (middle * 500.0) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::split;
    use model::Length;

    fn at(min: u32, max: u32) -> u32 {
        let length = Length::from_seconds;
        split(length(min), length(max), (length(60), length(460)))
    }

    #[test]
    fn splits_at_the_midpoint() {
        assert_eq!(at(60, 460), 1_500);
        assert_eq!(at(60, 260), 1_250);
        assert_eq!(at(160, 160), 1_250);
    }

    #[test]
    fn at_an_end_every_press_moves_the_free_thumb() {
        assert_eq!(at(460, 460), 3_000);
        assert_eq!(at(60, 60), 0);
    }

    #[test]
    fn scale_of_zero_length_is_split_in_the_middle() {
        let one = Length::from_seconds(60);
        assert_eq!(split(one, one, (one, one)), 1_500);
    }
}
