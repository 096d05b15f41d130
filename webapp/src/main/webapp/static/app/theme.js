// Loaded before any style, so that a dark page never flashes white.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  let chosen = null;
  try {
    chosen = localStorage.getItem('tbms-theme');
  } catch {
    // Storage is closed to us: the system's theme it is.
  }
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.setAttribute('data-bs-theme', dark ? 'dark' : 'light');
})();
