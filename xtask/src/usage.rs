//! What `cargo xtask help` shows; `args` reads what it speaks of.

pub const USAGE: &str = "\
cargo xtask <command>

  serve [--port N]   set up what is missing, build, serve on http://127.0.0.1:8080/
                     (or the next free port) and rebuild when a file changes
  build              set up what is missing and build the release site into dist/
  test [PART...]     set up what is missing and run every check, or only those named
                     [--browser NAME] tells the stories in chromium, firefox or webkit
                     alone; [--quick] runs what a day's work needs
  test --list        say what the parts are
  bench [NAME...]    measure what a search costs: `filter` natively, `keystrokes` in
                     the browser on the release site; `lighthouse` scores that site;
                     `publish` is the time that up to 1,000 reviews take
  size [--crates]    what a reader downloads, with budgets and what has changed since
                     docs/sizes.txt; and what the wasm is made of; [--record] writes
                     that file anew
  screenshots FOLDER pictures of every state of the release site, in both themes
  new NAME           write a starter file, reviews/NAME.md, with a hint at every key
  import FILE        turn a text, or a MusicBrainz release as JSON, into a review;
                     [--slug NAME] calls it so instead of after its title
                     (both: [--force] replaces a file that is there)
  setup              only set up, and say where each tool is
  help               this text";
