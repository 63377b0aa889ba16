//! Recognizes the heading row of a table of tracks, in the languages of the
//! usual web pages, and which column is which.

/// Headings of the title column, in order of preference: next to a `Title`, a
/// `Track` column holds numbers.
const TITLES: [&str; 30] = [
    "title",
    "track title",
    "track name",
    "song title",
    "song",
    "title/composer",
    "name",
    "titel",
    "songtitel",
    "tittel",
    "titre",
    "titres",
    "título",
    "titulo",
    "canción",
    "titolo",
    "brano",
    "tytuł",
    "název",
    "название",
    "タイトル",
    "曲名",
    "标题",
    "歌曲",
    "제목",
    "piste",
    "pista",
    "faixa",
    "traccia",
    "track",
];
/// Headings of the number column, which often has none.
const NUMBERS: [&str; 22] = [
    "track number",
    "track no.",
    "#",
    "no",
    "no.",
    "nr",
    "nr.",
    "number",
    "nummer",
    "pos",
    "pos.",
    "position",
    "n.",
    "n.º",
    "n.o",
    "nº",
    "n°",
    "№",
    "番号",
    "lp.",
    "track",
    "",
];
/// Headings of the length column.
const LENGTHS: [&str; 31] = [
    "length",
    "time",
    "duration",
    "running time",
    "duration (ms)",
    "track duration (ms)",
    "länge",
    "dauer",
    "zeit",
    "spielzeit",
    "durée",
    "duree",
    "temps",
    "duración",
    "duracion",
    "tiempo",
    "duração",
    "tempo",
    "durata",
    "duur",
    "tijd",
    "speelduur",
    "längd",
    "speltid",
    "długość",
    "czas",
    "длительность",
    "продолжительность",
    "時間",
    "时长",
    "시간",
];
/// Headings of a column of notes.
const NOTES: [&str; 2] = ["note", "notes"];
/// Headings of a column of artists.
const ARTISTS: [&str; 17] = [
    "artist",
    "artists",
    "artist(s)",
    "artist name(s)",
    "performer",
    "performers",
    "performer(s)",
    "interpret",
    "künstler",
    "interprète",
    "artiste",
    "artista",
    "intérprete",
    "interprete",
    "artiest",
    "исполнитель",
    "アーティスト",
];
/// Headings of columns that have no place in a review.
const OTHERS: [&str; 30] = [
    "lyrics",
    "composer",
    "composer(s)",
    "writer",
    "writers",
    "writer(s)",
    "producer",
    "producer(s)",
    "rating",
    "music",
    "album",
    "genre",
    "plays",
    "sample",
    "musik",
    "text",
    "komponist",
    "paroles",
    "musique",
    "compositeur",
    "letra",
    "música",
    "compositor",
    "compositor(es)",
    "musica",
    "compositore",
    "componist",
    "музыка",
    "作詞",
    "作曲",
];

/// The columns that a table's heading row names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub titles: usize,
    /// `None` if the heading row names no number column; then no cell is a
    /// number.
    pub numbers: Option<usize>,
    /// `None` if there is no column of lengths; then they are found by their
    /// form.
    pub lengths: Option<usize>,
    /// `None` if there is no column of notes.
    pub notes: Option<usize>,
    /// `None` if there is no column of artists.
    pub artists: Option<usize>,
}

/// Whether a cell is a known column heading.
pub fn is_column(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    let cell = cell.as_str();
    let names: [&[&str]; 6] = [&TITLES, &NUMBERS, &LENGTHS, &NOTES, &ARTISTS, &OTHERS];
    !cell.is_empty() && names.iter().any(|names| names.contains(&cell))
}

/// The column headings that are not known here.
pub fn unknown_columns(head: &str) -> impl Iterator<Item = &str> {
    // Words without tabs are known, all of them.
    let parts = head.split(['\t', '|']).map(str::trim);
    let names = parts.filter(|_| head.contains(['\t', '|']));
    names.filter(|name| name.contains(char::is_alphanumeric) && !is_column(name))
}

/// Whether a line is a table's heading row; its columns if tabs separate them.
pub fn head(line: &str) -> Option<Option<Head>> {
    let in_tabs = line.contains('\t');
    let cells: Vec<String> = match in_tabs {
        true => line
            .split('\t')
            .map(|cell| cell.trim().to_lowercase())
            .collect(),
        false => line.split_whitespace().map(str::to_lowercase).collect(),
    };
    let place = |names: &[&str]| {
        let place = |name: &&str| cells.iter().position(|cell| cell == name);
        names.iter().find_map(place)
    };
    let titles = place(&TITLES)?;
    let known = cells.iter().filter(|cell| is_column(cell)).count();
    // A table with tabs may have unknown columns; a line of words must be all
    // known.
    let is_head = known > 1 && (in_tabs || known == cells.len());
    is_head.then(|| {
        in_tabs.then_some(Head {
            titles,
            numbers: place(&NUMBERS).filter(|at| *at != titles),
            lengths: place(&LENGTHS),
            notes: place(&NOTES),
            artists: place(&ARTISTS),
        })
    })
}
