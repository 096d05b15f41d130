// The dashboard: figures, state map and chart follow the fleet; what only the server can put in
// order (who to look at first, the types) is taken from a fresh copy of the page.
import './frame.js';
import { timeChart } from './charts.js';
import { everySecond, now } from './clock.js';
import { freshPage, takeParts } from './fresh-page.js';
import { base, client, format, text } from './page.js';
import { startLive } from './page-live.js';

const REFRESH_MILLIS = 30_000;
const PAUSE_MILLIS = 3_000;
const DAY_MILLIS = 86_400_000;
const MILLIS_PER_SECOND = 1000;
const FLOW_WATTS = 5;
const SLIDE_SECONDS = 15;

const show = (name) => document.querySelector(`[data-fleet="${name}"]`);
const type = new URLSearchParams(location.search).get('type') ?? undefined;
let shownConditions = '';
let refreshedAt = Date.now();
let refreshing = false;
let stale = false;
let seconds = 0;

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
  const day = () => [now() - DAY_MILLIS, now()];
  let complete = false;
  const chart = timeChart(host, {
    series: [
      { key: 'power', label: text('js.net-power'), unit: 'kW', format: 'power', kind: 'flow', scale: 1 / 1000 },
      { key: 'soc', label: text('js.mean-soc'), unit: '%', format: 'soc1', kind: 'line', min: 0, max: 100, step: 50 },
    ],
    from: day()[0],
    to: day()[1],
    period: trend.step,
  });
  // While the server still reads the past, sums would be those of some batteries only.
  function fill(fresh) {
    complete = fresh.complete;
    document.getElementById('trend-loading').hidden = complete;
    chart.window(...day());
    if (complete) chart.set(pointsOf(fresh));
  }
  fill(trend);
  return {
    fill,
    add([t, power, soc]) {
      chart.append(t, { power, soc });
    },
    slide: () => chart.window(...day()),
    isComplete: () => complete,
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
  if (chart.isComplete() && fleet.point[3] && fleet.point[3] >= fleet.batteries - fleet.excluded) {
    chart.add(fleet.point);
  }
}

// Takes what the server shows now; one request at a time, and not for each of many changes.
async function refresh() {
  if (refreshing || Date.now() - refreshedAt < PAUSE_MILLIS) return;
  refreshing = true;
  const fresh = await freshPage();
  refreshing = false;
  refreshedAt = Date.now();
  stale = !fresh;
  if (!fresh) return;
  takeParts(fresh, 'data-refresh');
  chart.fill(JSON.parse(fresh.getElementById('trend').textContent));
}

if (chart) {
  const live = startLive({ detail: 'list', fleet: true, type });
  live.on('update', ({ fleet, reset, gap }) => {
    if (!fleet) return;
    const conditions = JSON.stringify(fleet.conditions);
    stale ||= gap || reset || (shownConditions && conditions !== shownConditions);
    shownConditions = conditions;
    showFleet(fleet);
  });
  everySecond(() => {
    if (document.hidden || live.state === 'offline' || live.state === 'expired') return;
    if (++seconds % SLIDE_SECONDS === 0) chart.slide();
    if (stale || !chart.isComplete() || Date.now() - refreshedAt > REFRESH_MILLIS) refresh();
  });
}
