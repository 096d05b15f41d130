// What every page does: theme, menu on small screens, the key to the search field, the session's end.
import './session.js';

import './support.js';

const root = document.documentElement;

function toggleTheme() {
  const theme = root.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark';
  root.setAttribute('data-bs-theme', theme);
  try {
    localStorage.setItem('tbms-theme', theme);
  } catch {
    // Storage is closed to us: the choice lasts as long as this page.
  }
  document.dispatchEvent(new CustomEvent('themechange'));
}

function toggleMenu(button) {
  const open = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(open));
  root.classList.toggle('menu-open', open);
}

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-theme-toggle]')) {
    toggleTheme();
  }
  const menu = event.target.closest('[data-menu-toggle]');
  if (menu) {
    toggleMenu(menu);
  }
  for (const open of document.querySelectorAll('details.tenant-menu[open], details.person-menu[open]')) {
    if (!open.contains(event.target)) {
      open.open = false;
    }
  }
});

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const search = document.getElementById('search');
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
  if (event.key === 'Escape') {
    const open = event.target.closest('details[open]');
    if (open?.matches('.tenant-menu, .person-menu')) {
      open.open = false;
      open.querySelector('summary').focus();
    }
  }
});
