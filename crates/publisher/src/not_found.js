// `404.html` is shown at addresses of any depth. The site is in the nearest folder
// above that has the site's manifest; without one the page leads nowhere.
(async () => {
  const isSite = async (folder) => {
    try {
      const manifest = await (await fetch(`${folder}manifest.webmanifest`)).json();
      return "start_url" in manifest;
    } catch {
      return false;
    }
  };
  let folder = location.pathname.replace(/[^/]*$/, "");
  while (!(await isSite(folder))) {
    if (folder === "/") return;
    folder = folder.replace(/[^/]*\/$/, "");
  }
  const link = document.getElementById("way-back");
  link.href = folder;
  link.hidden = false;
})();
