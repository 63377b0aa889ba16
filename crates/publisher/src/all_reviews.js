// The box above the list of all reviews: shows those that hold every word of it.
// The page's address holds the words, so that a list can be shared and returned to.
(() => {
  const id = (name) => document.getElementById(name);
  const box = id("q");
  const none = id("no-match");
  // Letters that no normaliser takes apart, as in src/filter/fold/letter.rs.
  const spelt = { ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i", ȷ: "j", ŋ: "n", ĸ: "k", ς: "σ" };
  // As the search for tracks folds (src/filter/fold/mod.rs): neither case nor
  // accents count, apostrophes are dropped, other punctuation parts words.
  const fold = (text) =>
    text
      .replace(/´/g, "'")
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFC")
      .toLowerCase()
      .replace(/[ßæœþøłđðħŧıȷŋĸς]/g, (letter) => spelt[letter])
      .replace(/['‘’‛ʹ-ʿ׳״′\u0640\ufe00-\ufe0f\p{Cf}]|(?!\s)\p{Cc}/gu, "")
      .replace(/[\p{P}\p{Sm}\p{Sc}\p{Sk}\s]+/gu, " ");
  const years = [...document.querySelectorAll(".year")].map((year) => ({
    year,
    reviews: [...year.querySelectorAll("li")].map((review) => ({ review, words: fold(review.dataset.words) })),
  }));
  const total = document.querySelectorAll(".year li").length;
  const show = () => {
    // Nobody types as much; a link of a megabyte must not slow each key.
    const wanted = fold(box.value.slice(0, 1000)).split(" ");
    let count = 0;
    for (const { year, reviews } of years) {
      let some = false;
      for (const { review, words } of reviews) {
        const found = wanted.every((word) => words.includes(word));
        review.hidden = !found;
        some ||= found;
        count += found;
      }
      year.hidden = !some;
    }
    none.hidden = count > 0;
    id("found").textContent = count < total ? `${count} of ${total} reviews` : `${total} reviews`;
  };
  let pause;
  // Called when a change is complete: writes the address and speaks.
  const settle = () => {
    clearTimeout(pause);
    const url = new URL(location);
    const text = box.value.trim();
    if (text) url.searchParams.set("q", text);
    else url.searchParams.delete("q");
    // A browser may refuse after too many calls.
    try {
      if (url.href !== location.href) history.replaceState(history.state, "", url);
    } catch {}
    id("spoken").textContent = none.hidden ? id("found").textContent : "No review matches.";
  };
  const clear = () => {
    box.value = "";
    show();
    settle();
    box.focus();
  };
  const take = () => {
    box.value = new URLSearchParams(location.search).get("q") ?? "";
    show();
  };
  box.addEventListener("input", () => {
    show();
    clearTimeout(pause);
    pause = setTimeout(settle, 500);
  });
  box.addEventListener("change", settle);
  none.querySelector("button").addEventListener("click", clear);
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key === "Escape" && target === box && !event.isComposing) clear();
    const typed = event.ctrlKey || event.metaKey || event.altKey || target === box;
    if (key !== "/" || typed) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  // WebKit empties the box of a page that it had kept.
  addEventListener("pageshow", ({ persisted }) => persisted && setTimeout(take));
  take();
})();
