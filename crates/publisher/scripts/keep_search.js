// Keeps what was typed, and the thumbs, over a reload. The app writes them into
// the address half a second after the last change, and browsers ignore calls to
// the history while a page unloads.
// Storage throws where the reader has blocked it.
const inputs = { q: "q", min: "min-length", max: "max-length" };
try {
  const [{ type }] = performance.getEntriesByType("navigation");
  const kept = JSON.parse(sessionStorage.linerNotesSearch);
  // A step from review to review may end in a reload, after the address has changed.
  if (type === "reload" && kept.page === document.title) {
    const address = new URL(location.href);
    const { searchParams } = address;
    for (const [key, id] of Object.entries(inputs)) {
      // The app starts with the values of the inputs, and takes what is missing
      // from the address.
      const input = document.getElementById(id);
      input.value = kept[key];
      if (input.value === input.defaultValue && searchParams.has(key)) searchParams.delete(key);
    }
    history.replaceState(history.state, "", address);
  }
} catch {}
addEventListener("pagehide", () => {
  try {
    const value = ([key, id]) => [key, document.getElementById(id).value];
    const values = Object.fromEntries(Object.entries(inputs).map(value));
    values.page = document.title;
    // WebKit resets the box when it restores the page from its back/forward cache,
    // after it has fired all events: the text must be what it resets to.
    document.getElementById(inputs.q).defaultValue = values.q;
    sessionStorage.linerNotesSearch = JSON.stringify(values);
  } catch {}
});
