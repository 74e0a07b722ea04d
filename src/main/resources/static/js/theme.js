// Runs before the first paint: "system" follows the device's own choice of light or dark.
(function () {
  var root = document.documentElement;
  if (root.dataset.theme !== 'system') return;
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function follow() { root.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light'); }
  follow();
  dark.addEventListener('change', follow);
})();
