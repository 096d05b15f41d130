// The history of one battery: chosen range, asked of the server, then kept up by what is heard.

import { timeChart } from './charts.js';
import { now } from './clock.js';
import { base, client, text } from './page.js';

const MAX_POINTS = 1000;
const PATIENCE = 20_000;
const SKELETON_AFTER = 300;
// Late samples arrive in bulk, of which only the newest is told: then the rest is asked for.
const PERIODS = 3;
const REFRESH = 5_000;
const RETRY = 15_000;

const SERIES = [
  { key: 'soc', label: text('js.battery-soc'), unit: '%', format: 'soc1', min: 0, max: 100, step: 25 },
  { key: 'power', label: text('js.battery-power'), unit: 'kW', format: 'power', kind: 'flow', scale: 0.001 },
];

function shortest(t) {
  const pauses = t.slice(1).map((at, i) => at - t[i]);
  return pauses.length ? Math.min(...pauses) : 0;
}

export function showHistory(uid) {
  const box = document.getElementById('history-box');
  const links = [...document.querySelectorAll('[data-range]')];
  const period = Number(box.dataset.period);
  let length = Number(links.find((link) => link.ariaCurrent).dataset.millis);
  let last = 0;
  let usual = period;
  let shownTo = 0;
  let asking = null;
  let early = [];
  let settled = false;
  let askedAt = 0;
  const [from, to] = span();
  const chart = timeChart(document.getElementById('history'), { series: SERIES, from, to, period });

  function span() {
    shownTo = now();
    return [shownTo - length, shownTo];
  }

  async function ask(start, end) {
    const query = new URLSearchParams({
      client, metrics: SERIES.map((one) => one.key), from: Math.floor(start), to: Math.ceil(end),
      maxPoints: MAX_POINTS,
    });
    const signal = AbortSignal.any([asking.signal, AbortSignal.timeout(PATIENCE)]);
    const answer = await fetch(`${base}/api/v1/batteries/${uid}/history?${query}`, { signal });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  // What is heard meanwhile is put in behind the answer.
  async function load() {
    asking?.abort();
    asking = new AbortController();
    const mine = asking;
    settled = false;
    const skeleton = setTimeout(() => { box.dataset.state = 'loading'; }, SKELETON_AFTER);
    try {
      const [start, end] = span();
      const data = await ask(start, end + 60_000);
      if (mine !== asking) return;
      chart.window(start, end);
      chart.set(data);
      last = data.t.at(-1) ?? 0;
      usual = Math.max(period, shortest(data.t.slice(-10)));
      settled = last > 0;
      early.forEach(append);
      show(chart.isEmpty() ? 'empty' : 'ready');
    } catch (failure) {
      if (mine !== asking) return;
      box.querySelector('[data-error-code]').textContent = text('js.history-code', /^\d+$/.test(failure.message) ? failure.message : '—');
      show('error');
    } finally {
      clearTimeout(skeleton);
      if (mine === asking) {
        askedAt = now();
        asking = null;
        early = [];
      }
    }
  }

  function show(state) {
    box.dataset.state = state;
  }

  function append({ ts, soc = null, power = null }) {
    if (ts < last && last - ts > length) return;
    chart.append(ts, { soc, power });
    last = Math.max(last, ts);
    slide();
    if (box.dataset.state === 'empty') show('ready');
  }

  function slide() {
    chart.window(...span());
  }

  function choose(link) {
    links.forEach((one) => {
      one.classList.toggle('active', one === link);
      one.ariaCurrent = one === link ? 'true' : null;
    });
    length = Number(link.dataset.millis);
    load();
  }

  links.forEach((link) => link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    choose(link);
  }));
  addEventListener('popstate', () => {
    const range = new URLSearchParams(location.search).get('range') ?? '24h';
    choose(links.find((link) => link.dataset.range === range));
  });
  box.querySelector('[data-retry]').addEventListener('click', load);
  load();

  return {
    // The newest sample, if any; with a gap others may lack before it.
    heard(item, gap) {
      if (!item) {
        if (gap && !asking && last) load();
        return;
      }
      if (asking) {
        early.push(item);
        return;
      }
      if (item.ts === last) return;
      const lacking = gap || item.ts - last > PERIODS * usual;
      if (!lacking) append(item);
      // A server in trouble is not asked again for each of its messages.
      else if (settled || now() - askedAt > RETRY) {
        load();
        early.push(item);
      }
    },
    tick() {
      if (!asking && box.dataset.state === 'ready' && now() - shownTo > REFRESH) slide();
    },
  };
}
