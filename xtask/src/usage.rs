//! The text of `cargo xtask help`; `args` parses these commands.

pub const USAGE: &str = "\
cargo xtask <command>

  serve [--port N]   set up what is missing, build, serve on http://127.0.0.1:8080/
                     (or the next free port) and rebuild when a file changes
  build              set up what is missing and build the release site into dist/;
                     [--today YYYY-MM-DD] holds back reviews that are dated later
  test [CHECK...]    set up what is missing and run all checks, or only those named;
                     [--browser NAME] runs the end-to-end tests only in chromium,
                     firefox or webkit; [--quick] runs the checks for daily work
  test --list        list the checks
  bench [NAME...]    measure the cost of a search: `filter` natively, `keystrokes` in
                     the browser on the release site; `start` measures a first visit
                     on a slow phone, `navigate` steps between reviews; `lighthouse`
                     scores the release site; `publish` measures publishing up to
                     1,000 reviews
  size [--crates]    print what a reader downloads, the budgets and the change since
                     docs/sizes.txt; [--crates] also lists the size of each crate in
                     the wasm; [--record] rewrites docs/sizes.txt
  screenshots FOLDER save images of every state of the release site, in both themes
  new NAME           write a draft, reviews/NAME.md, with a hint at every key
  import FILE        turn a text, or a MusicBrainz release as JSON, into a draft;
                     [--slug NAME] sets the file's name instead of using its title
                     (both: [--force] replaces an existing file)
  setup              only set up, and print where each tool is
  help               print this text";
