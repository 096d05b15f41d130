// The page of one battery: its history, its cells, and what it says of itself now.

import './frame.js';
import { showCells } from './cells.js';
import { freshPage, takeParts } from './fresh-page.js';
import { showHistory } from './history.js';
import { everySecond } from './clock.js';
import { startLive } from './page-live.js';
import { format, text } from './page.js';

const RECENT_SECONDS = 60;
const LEVELS = ['info', 'warning', 'critical'];

const page = document.getElementById('battery');
const parts = document.getElementById('battery-parts').content;
const uid = page.dataset.battery;

function part(name, alarm) {
  const made = parts.querySelector(`[data-part="${name}"]`).firstElementChild.cloneNode(true);
  made.querySelector('[data-alarm-text]').textContent = text(`alarm.${alarm.code}`);
  made.querySelector('[data-alarm-raw]').textContent = alarm.raw ?? '';
  return made;
}

let shown = null;

// Only when they have changed: a reader must not hear the same banner each second.
function showAlarms(alarms) {
  const sorted = (alarms ?? [])
    .toSorted((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level));
  const state = JSON.stringify(alarms ? sorted : null);
  if (state === shown) return;
  shown = state;
  const [worst] = sorted.filter((alarm) => alarm.level !== 'info');
  document.getElementById('alarm-banner')
    .replaceChildren(...(worst ? [part(`banner-${worst.level}`, worst)] : []));
  document.getElementById('alarms')
    .replaceChildren(...sorted.map((alarm) => part(`alarm-${alarm.level}`, alarm)));
  const none = document.getElementById('no-alarms');
  none.hidden = sorted.length > 0;
  none.textContent = text(alarms ? 'js.no-alarms' : 'js.alarms-unreported');
}

function showRest(item) {
  for (const node of page.querySelectorAll('[data-of-soc]')) {
    const amount = item.soc === undefined ? null : node.dataset.ofSoc * item.soc / 100;
    node.textContent = format[node.dataset.format](amount);
  }
  for (const node of page.querySelectorAll('[data-in-range]')) {
    const value = item[node.dataset.inRange];
    const { low, high } = node.dataset;
    const word = value < low ? 'below' : value > high ? 'above' : 'in-range';
    node.textContent = value === undefined ? '' : text(`js.range.${word}`);
  }
  page.querySelectorAll('#sensors b').forEach((node, i) => {
    node.textContent = format.temperature(item.temperatures?.[i] ?? null);
  });
}

// The small lines come drawn from the server; what was late is then in them too.
async function refreshRecent() {
  const fresh = document.hidden ? null : await freshPage();
  if (fresh) takeParts(fresh, 'data-recent', page);
}

const showCellsOf = showCells();
const history = showHistory(uid);
const live = startLive({ batteries: uid });
let seconds = 0;

live.on('update', ({ batteries, gap }) => {
  const item = batteries.find((one) => one.id === uid);
  if (item) {
    // Was never heard when the page was made: much of it was not even written.
    if (page.dataset.condition === 'unknown' && !page.dataset.receivedAt) location.reload();
    showAlarms(item.alarms);
    showRest(item);
    showCellsOf(item);
  }
  history.heard(item, gap);
});

everySecond(() => {
  history.tick();
  if (++seconds % RECENT_SECONDS === 0 && live.state !== 'offline' && live.state !== 'expired') {
    refreshRecent();
  }
});
