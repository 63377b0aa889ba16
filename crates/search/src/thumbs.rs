//! Where the line under the two thumbs is divided between them.

use model::Length;

/// The middle between two thumbs in thousandths of the scale, counted from 1,000
/// at its begin to 2,000 at its end: left of it a press on the line moves the
/// lower thumb, right of it the upper one. Where both stand at an end of the
/// scale it lies beyond that end, so that all of the line belongs to the thumb
/// that can still move.
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
        // In `f32`, in which no sum overflows; a thousandth is less than a pixel.
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
    fn the_line_is_divided_in_the_middle_between_the_thumbs() {
        assert_eq!(at(60, 460), 1_500);
        assert_eq!(at(60, 260), 1_250);
        assert_eq!(at(160, 160), 1_250);
    }

    #[test]
    fn at_an_end_all_of_the_line_belongs_to_the_thumb_that_can_move() {
        assert_eq!(at(460, 460), 3_000);
        assert_eq!(at(60, 60), 0);
    }

    #[test]
    fn a_scale_without_length_is_divided_too() {
        let one = Length::from_seconds(60);
        assert_eq!(split(one, one, (one, one)), 1_500);
    }
}
