// The dashboard: figures, state map and chart follow the fleet; what only the server can put in
// order (who to look at first, the types) is taken from a fresh copy of the page.
import './frame.js';
import { timeChart } from './charts.js';
import { base, client, format, text } from './page.js';
import { startLive } from './page-live.js';

const REFRESH_MILLIS = 30_000;
const MILLIS_PER_SECOND = 1000;
const FLOW_WATTS = 5;

const show = (name) => document.querySelector(`[data-fleet="${name}"]`);
const type = new URLSearchParams(location.search).get('type') ?? undefined;
let shownConditions = '';
let refreshedAt = Date.now();

// The slots of the trend as the chart takes them: where nobody reported there is a gap.
function pointsOf({ from, step, power, soc, reporting }) {
  const t = [];
  const gaps = [];
  const values = { power: [], soc: [] };
  let before = -1;
  reporting.forEach((count, slot) => {
    if (!count) return;
    if (before >= 0 && slot - before > 1) gaps.push([from + before * step, from + slot * step]);
    before = slot;
    t.push(from + slot * step);
    values.power.push(power[slot]);
    values.soc.push(soc[slot]);
  });
  return { t, gaps, metrics: { power: { value: values.power }, soc: { value: values.soc } } };
}

function drawChart() {
  const host = document.getElementById('fleet-chart');
  if (!host) return null;
  const trend = JSON.parse(document.getElementById('trend').textContent);
  const day = () => [Date.now() - 86_400_000, Date.now()];
  const chart = timeChart(host, {
    series: [
      { key: 'power', label: text('js.net-power'), unit: 'kW', format: 'power', kind: 'flow', scale: 1 / 1000 },
      { key: 'soc', label: text('js.mean-soc'), unit: '%', format: 'soc1', kind: 'line', min: 0, max: 100, step: 50 },
    ],
    from: day()[0],
    to: day()[1],
    period: trend.step,
  });
  chart.set(pointsOf(trend));
  return {
    fill: (fresh) => chart.set(pointsOf(fresh)),
    add([t, power, soc]) {
      chart.window(...day());
      chart.append(t, { power, soc });
    },
  };
}

const chart = drawChart();

function quantity(name, { value, gap, unit }) {
  const [number, symbol] = show(name).children;
  number.textContent = value;
  symbol.textContent = gap + unit;
}

function note(name, content) {
  document.querySelector(`[data-fleet-note="${name}"]`).replaceChildren(...[content].flat());
}

function flowNote(watts) {
  if (watts === null) return '';
  const flow = watts >= FLOW_WATTS ? 'charging' : watts <= -FLOW_WATTS ? 'discharging' : 'idle';
  const part = document.getElementById('parts').content.querySelector(`[data-part="flow-${flow}"] .flow`);
  const shown = part.cloneNode(true);
  shown.lastChild.textContent = text(`js.fleet.${flow}`);
  return shown;
}

function hottestNote(hottest) {
  return hottest
    ? Object.assign(document.createElement('a'), {
      href: `${base}/c/${client}/batteries/${hottest.id}`, textContent: hottest.name,
    })
    : '';
}

function showStates(conditions, batteries) {
  let x = 0;
  for (const [condition, count] of Object.entries(conditions)) {
    show(condition).textContent = format.count(count);
    const width = batteries ? (1000 * count) / batteries : 0;
    const segment = document.querySelector(`[data-segment="${condition}"]`);
    segment.setAttribute('x', x);
    segment.setAttribute('width', Math.max(0, width - 3));
    x += width;
  }
}

function showFleet(fleet) {
  showStates(fleet.conditions, fleet.batteries);
  quantity('soc', format.soc(fleet.soc));
  note('soc', text('js.energy', format.energy(fleet.availableWh), format.energy(fleet.totalWh)));
  quantity('power', format.power(fleet.power));
  note('power', flowNote(fleet.power));
  quantity('temperatureMax', format.temperature(fleet.temperatureMax));
  note('temperatureMax', hottestNote(fleet.hottest));
  const delay = fleet.delayP95Millis;
  quantity('delay', format.unit(delay === null ? null : delay / MILLIS_PER_SECOND, 's', 1));
  const excluded = document.querySelector('[data-fleet-excluded]');
  excluded.hidden = !fleet.excluded;
  excluded.lastElementChild.textContent = text('js.excluded', fleet.excluded);
  // A slot that has just begun is the sum of some only.
  if (fleet.point[3] >= fleet.batteries - fleet.excluded && fleet.point[3]) {
    chart.add(fleet.point);
  }
}

// Replaces what carries data-refresh by what the server shows now.
async function refresh() {
  refreshedAt = Date.now();
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-refresh]')) {
    const now = fresh.querySelector(`[data-refresh="${part.dataset.refresh}"]`);
    if (now && !part.contains(document.activeElement)) part.replaceWith(document.adoptNode(now));
  }
  chart.fill(JSON.parse(fresh.getElementById('trend').textContent));
}

function quietly(task) {
  // A failed refresh leaves what is shown; the state of the connection is told elsewhere.
  task.catch((failure) => {
    if (!(failure instanceof TypeError)) throw failure;
  });
}

if (chart) {
  const live = startLive({ detail: 'list', fleet: true, type });
  live.on('update', ({ fleet, reset, gap }) => {
    if (!fleet) return;
    const conditions = JSON.stringify(fleet.conditions);
    const changed = shownConditions && conditions !== shownConditions;
    shownConditions = conditions;
    showFleet(fleet);
    if (changed || gap || reset || Date.now() - refreshedAt > REFRESH_MILLIS) quietly(refresh());
  });
}
