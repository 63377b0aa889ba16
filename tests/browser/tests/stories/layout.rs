//! The page at the widths of phones, tablets and desks.

use crate::{PAGES, Plan, story};

#[test]
fn nothing_is_wider_than_the_screen() {
    story(Plan::default(), async |reader| {
        for page in PAGES {
            reader.open_live(page).await;
            for width in [320, 390, 768, 1024, 1280, 1920, 2560] {
                reader.resize(width, 800).await;
                let real: u32 = reader.ask("return innerWidth", []).await;
                assert_eq!(real, width);
                assert_eq!(reader.sideways().await, [""; 0], "at {width} px");
            }
        }
    });
}

#[test]
fn article_and_tracks_stand_side_by_side_on_a_desk_and_stacked_on_a_phone() {
    story(Plan::default(), async |reader| {
        reader.open_live("").await;
        reader.resize(1280, 800).await;
        let (article, tracks) = (reader.area(".text").await, reader.area("#tracks").await);
        assert!(article.right <= tracks.left, "{article:?} {tracks:?}");
        assert!(tracks.top < 800.0, "not in the first view: {tracks:?}");
        reader.resize(390, 800).await;
        let (article, tracks) = (reader.area(".text").await, reader.area("#tracks").await);
        assert!(article.bottom <= tracks.top, "{article:?} {tracks:?}");
    });
}
