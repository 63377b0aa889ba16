// The search box of the list of all reviews: shows the reviews that contain all
// words. The words are stored in the URL, so that a filtered list can be shared
// and reopened.
(() => {
  const id = (name) => document.getElementById(name);
  const box = id("q");
  const none = id("no-match");
  // Letters that do not decompose, as in crates/search/src/fold/letter.rs.
  const spelt = { ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i", ȷ: "j", ŋ: "n", ĸ: "k", ς: "σ" };
  // Folds as the track search does (crates/search/src/fold/mod.rs): ignores
  // case and accents, drops apostrophes, and treats other punctuation as a
  // separator.
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
    // Nobody types more; a link of a megabyte must not make typing slow.
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
  // Called when typing pauses: updates the URL and the status for screen
  // readers.
  const settle = () => {
    clearTimeout(pause);
    const url = new URL(location);
    const text = box.value.trim();
    if (text) url.searchParams.set("q", text);
    else url.searchParams.delete("q");
    // Browsers throw after too many calls.
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
  box.addEventListener("input", () => {
    show();
    clearTimeout(pause);
    pause = setTimeout(settle, 500);
  });
  box.addEventListener("change", settle);
  none.querySelector("button").addEventListener("click", clear);
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    // 229: an input method has processed the key.
    if (key === "Escape" && target === box && !event.isComposing && event.keyCode !== 229) clear();
    const typed = event.ctrlKey || event.metaKey || event.altKey || target === box;
    if (key !== "/" || typed) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  // WebKit resets the box of a page restored from the back/forward cache.
  addEventListener("pagehide", () => (box.defaultValue = box.value));
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  show();
})();
