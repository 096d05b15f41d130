// Puts what the live feed tells where the page shows it, and lets ages grow; nothing is ever moved.
//
// [data-battery] [data-condition]   a battery; may have data-capacity (Ah, for when it is idle),
//                                   data-stale-after (s) and data-name (else [data-name] within)
// Within: [data-metric][data-format] (with data-parts: .value and small), [data-status],
// [data-condition-icon], [data-condition-word], [data-flow], [data-soc], [data-ring],
// [data-bullet=metric], time[data-age], [data-reason], [data-received] (shown while stale; without
// one, the reason says it).
import { now } from './clock.js';
import { fill, flow, mark, part, put, showValue, tone } from './drawing.js';
import { format, text } from './page.js';

const DAY = 86_400_000;
const ALARM_LEVELS = ['info', 'warning', 'critical'];

const pending = new Map(); // the newest of each battery, until the browser draws
const critical = new Map(); // names of the batteries that have just become so
const announcer = document.createElement('div');
announcer.className = 'visually-hidden';
announcer.setAttribute('aria-live', 'polite');
document.body.append(announcer);

export function patch({ batteries }) {
  if (!pending.size && batteries.length) requestAnimationFrame(draw);
  batteries.forEach((item) => pending.set(item.id, item));
}

function draw() {
  for (const element of document.querySelectorAll('[data-battery]')) {
    const item = pending.get(element.dataset.battery);
    // By poll and WebSocket an older one may come behind a newer.
    if (item && !isOlder(item, shownAt(element))) show(element, item);
  }
  pending.clear();
  announce();
}

// What lies so far ahead was dated before the portal's clock was set back: what comes now is newer.
const SET_BACK_MILLIS = 300_000;
const isOlder = (item, shown) => item.ts < shown && shown <= now() + SET_BACK_MILLIS;

// When the sample was measured that the element shows; NaN when there is none.
const shownAt = (element) =>
  Number(element.dataset.ts ?? element.querySelector('time[data-ts]')?.dataset.ts);

function show(element, item) {
  element.dataset.ts = item.ts;
  element.dataset.staleAfter = item.staleThreshold;
  element.dataset.receivedAt = item.receivedAt ?? item.ts;
  for (const node of element.querySelectorAll('[data-metric]')) {
    showValue(node, format[node.dataset.format](item[node.dataset.metric]));
  }
  for (const node of element.querySelectorAll('time[data-age]')) {
    node.dataset.ts = item.ts;
    node.dateTime = new Date(item.ts).toISOString();
    node.title = format.dateTime(item.ts);
    age(node, now());
  }
  fill(element, item.soc);
  flow(element, item.current);
  element.querySelectorAll('[data-bullet]').forEach((svg) => mark(svg, item[svg.dataset.bullet]));
  become(element, item.condition, item);
}

function become(element, condition, item) {
  const previous = element.dataset.condition;
  const live = condition !== 'stale' && condition !== 'unknown';
  tone(element, !live);
  element.querySelectorAll('[data-reason]')
    .forEach((node) => put(node, live ? reason(item) : lastSeen(element)));
  element.querySelectorAll('[data-received]').forEach((node) => received(element, node, !live));
  if (condition === previous) return;
  element.dataset.condition = condition;
  element.classList.replace(`tone-${previous}`, `tone-${condition}`);
  element.querySelectorAll('[data-status]').forEach((node) => part(node, `status-${condition}`));
  element.querySelectorAll('[data-condition-icon]').forEach((node) => part(node, `icon-${condition}`));
  element.querySelectorAll('[data-condition-word]')
    .forEach((node) => put(node, text(`condition.${condition}`)));
  if (condition === 'critical') {
    const name = element.dataset.name ?? element.querySelector('[data-name]')?.textContent;
    critical.set(item.id, name ?? critical.get(item.id) ?? item.battery);
  }
}

// In the words of the worst alarm, the first of equals.
function reason({ alarms = [] }) {
  const [worst] = [...alarms].sort((a, b) =>
    ALARM_LEVELS.indexOf(b.level) - ALARM_LEVELS.indexOf(a.level));
  return worst ? text(`alarm.${worst.code}`) : '';
}

// Why nothing is known, where no place of its own says so.
function lastSeen(element) {
  const ts = shownAt(element);
  if (!ts || element.querySelector('[data-received]')) return '';
  return text('live.received', now() - ts < DAY ? format.clock(ts) : format.dateTime(ts));
}

function announce() {
  const names = [...critical.values()];
  critical.clear();
  if (names.length === 1) announcer.textContent = text('live.one-critical', names[0]);
  else if (names.length) announcer.textContent = text('live.more-critical', format.count(names.length));
}

function received(element, node, isOld) {
  node.hidden = !isOld;
  const at = shownAt(element);
  if (isOld && at) put(node, text('live.received-at', format.clock(at), format.age(at, now())));
}

function age(node, at) {
  const show = node.dataset.age === 'brief' ? format.ageShort : format.age;
  put(node, show(Number(node.dataset.ts), at));
}

// Once a second: what nobody has heard of for too long is stale, with or without a connection.
export function tick() {
  const at = now();
  document.querySelectorAll('time[data-age][data-ts]').forEach((node) => age(node, at));
  for (const element of document.querySelectorAll('[data-battery][data-stale-after]')) {
    const { condition, staleAfter } = element.dataset;
    if (condition === 'unknown') continue;
    if (condition === 'stale') {
      element.querySelectorAll('[data-received]').forEach((node) => received(element, node, true));
    } else if (at - shownAt(element) > staleAfter * 1000) {
      become(element, 'stale');
    }
  }
}
