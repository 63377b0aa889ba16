// Keeps the typed text over a reload, or until the reader comes back. The app
// writes it into the address half a second after the last key, and browsers
// ignore calls to the history while a page unloads.
//
// Storage throws where the reader has blocked it.
try {
  const [{ type }] = performance.getEntriesByType("navigation");
  const text = sessionStorage[location.href];
  // The app starts with the text in the box, if there is any.
  if (text && type !== "navigate") document.getElementById("q").value = text;
} catch {}
addEventListener("pagehide", () => {
  try {
    const text = document.getElementById("q").value;
    const { href, search } = location;
    if (text === (new URLSearchParams(search).get("q") ?? "")) delete sessionStorage[href];
    else sessionStorage[href] = text;
  } catch {}
});
