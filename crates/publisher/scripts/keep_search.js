// Keeps the typed text over a reload. The app writes it into the address half a
// second after the last key, and browsers ignore calls to the history while a
// page unloads.
// Storage throws where the reader has blocked it.
try {
  const [{ type }] = performance.getEntriesByType("navigation");
  // The app starts with the text in the box, if there is any.
  if (type === "reload") document.getElementById("q").value = sessionStorage.linerNotesSearch ?? "";
} catch {}
addEventListener("pagehide", () => {
  try {
    sessionStorage.linerNotesSearch = document.getElementById("q").value;
  } catch {}
});
