// `404.html` is served at addresses of any depth. The site's root is the
// nearest parent folder with the manifest; without one the page has no link.
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
