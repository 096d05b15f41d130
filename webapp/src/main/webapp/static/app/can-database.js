// The mapping of a CAN database: what the frames say under the form as it stands, again and again,
// and at once when something was changed. Without it, a button of the form does the same.
import './frame.js';
import { takeParts } from './fresh-page.js';

const PAUSE_MILLIS = 5000;
const PATIENCE = 20_000;

const form = document.querySelector('[data-mapping]');
let asked = 0;

async function preview() {
  const mine = ++asked;
  let markup;
  try {
    const answer = await fetch(form.dataset.mapping, {
      method: 'POST',
      headers: { Accept: 'text/html' },
      body: new URLSearchParams(new FormData(form)),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!answer.ok || answer.redirected) return;
    markup = await answer.text();
  } catch {
    return; // refused, cut off or too late: the values stay, with the time that they are of
  }
  // An answer that a newer question has overtaken is of a form that is no more.
  if (mine === asked) {
    takeParts(new DOMParser().parseFromString(markup, 'text/html'), 'data-preview');
  }
}

async function follow() {
  if (!document.hidden) await preview();
  setTimeout(follow, PAUSE_MILLIS);
}

form.addEventListener('change', preview);
setTimeout(follow, PAUSE_MILLIS);
