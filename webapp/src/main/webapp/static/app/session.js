// Warns before a session ends, and brings people back to what they typed after it.
import { bringBack, keep } from './typed.js';

const WARNING = 120_000;
const CHECK = 5_000;
const SHARED = 'tbms-session-ends'; // what another tab does keeps this one's session alive too

const dialog = document.getElementById('session');
let ends = Infinity;
let last = Infinity;
let later = false;
let asking = false;

function remember(until) {
  ends = until;
  try {
    localStorage.setItem(SHARED, String(until));
  } catch {
    // Storage is closed to us: each tab goes by what it knows itself.
  }
}

// To ask is to be heard of: the session goes on.
async function ask() {
  if (asking) return;
  asking = true;
  try {
    const answer = await fetch(dialog.dataset.ask, {
      headers: { Accept: 'application/json' },
      cache: 'no-store',
    });
    if (answer.ok) {
      const { left, longest } = await answer.json();
      last = Date.now() + longest;
      remember(Date.now() + left);
    } else if (answer.status === 401) {
      ends = 0;
    }
  } catch {
    // Nobody answers: what is known goes on to hold, and connection.js tells of it.
  } finally {
    asking = false;
  }
  show();
}

function state() {
  const left = ends - Date.now();
  if (left <= 0) return 'over';
  if (left > WARNING) return '';
  return ends >= last - 1000 ? 'last' : 'ending';
}

function show() {
  const now = state();
  if (!now) later = false;
  const wanted = now === 'over' || (now && !later) ? now : '';
  const shown = dialog.open ? dialog.dataset.state : '';
  dialog.dataset.state = wanted;
  if (wanted === shown) return;
  for (const part of dialog.querySelectorAll('[data-when]')) {
    part.hidden = !part.dataset.when.split(' ').includes(wanted);
  }
  if (!wanted) dialog.close();
  else if (!dialog.open) dialog.showModal();
}

function check() {
  // A page that follows its batteries is heard of all the time.
  const followed = document.querySelector('#live[data-state=live], #live[data-state=polling]');
  if (state() === 'ending' && followed) ask();
  else show();
}

function signIn() {
  keep(dialog.dataset.person);
  const here = location.pathname.slice(dialog.dataset.root.length) + location.search;
  location.assign(`${dialog.dataset.login}?next=${encodeURIComponent(here)}`);
}

if (dialog) {
  dialog.addEventListener('click', ({ target }) => {
    if (target.closest('[data-stay]')) ask();
    if (target.closest('[data-again]')) signIn();
    if (target.closest('[data-later]')) {
      later = true;
      show();
    }
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    later = true;
    show();
  });
  addEventListener('storage', ({ key, newValue }) => {
    if (key === SHARED && newValue && ends > 0) {
      ends = Number(newValue);
      show();
    }
  });
  document.addEventListener('visibilitychange', check);
  setInterval(check, CHECK);
  bringBack(dialog.dataset.person, document.getElementById('typed-back'));
  ask();
}
