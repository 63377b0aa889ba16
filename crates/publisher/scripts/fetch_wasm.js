// Fetches the wasm while the page loads, for `loader.js`. By a link with
// `rel=preload`, WebKit would download it twice, and browsers that run no script
// in vain. The address is in an attribute, where `service_worker.js` finds it.
self.wasm = fetch(document.currentScript.dataset.wasm);
