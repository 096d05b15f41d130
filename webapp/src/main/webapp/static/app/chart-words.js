// What a chart shows, in words: for who does not see it, and for who wants the numbers.

import { format as f, text } from './page.js';

const MAX_ROWS = 500;
const TOLD_GAPS = 3;

// "Décharge −3,88 kW": a sign never stands alone.
export function told(series, value) {
  const shown = String(f[series.format](value ?? null));
  if (series.kind !== 'flow' || (value ?? null) === null) return shown;
  const flow = { '+': 'charging', '\u2212': 'discharging' }[shown[0]] ?? 'idle';
  return `${text('flow.' + flow)} ${shown}`;
}

export const moment = (t) => `${f.date(t)} ${f.clockSeconds(t)}`;

// One sentence with what there is to find.
export function finding(series, track) {
  const known = track.visible().map((point) => point.values[series.key])
    .filter((value) => Number.isFinite(value));
  if (!known.length) return text('chart.nothing', series.label);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const range = track.range().map(f.clock);
  const values = [low, high, known.at(-1)].map((value) => told(series, value));
  return [text('chart.finding', series.label, ...range, ...values), gapsTold(track)].join(' ').trim();
}

// Empty without a gap.
export function gapsTold(track) {
  const [from, to] = track.range();
  const gaps = track.silences();
  const parts = gaps.slice(-TOLD_GAPS).map(([start, end]) => {
    if (end >= to) return text('chart.gap-since', f.clock(start));
    return start <= from
      ? text('chart.gap-until', f.clock(end))
      : text('chart.gap', f.clock(start), f.clock(end));
  });
  if (gaps.length > TOLD_GAPS) parts.push(text('chart.gap-more', f.count(gaps.length - TOLD_GAPS)));
  return parts.length ? text('chart.gaps', parts.join(', ')) : '';
}

function element(tag, content, attributes = {}) {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...[content].flat());
  return made;
}

const row = (series, { t, values }) => element('tr', [
  element('th', moment(t), { scope: 'row' }),
  ...series.map((one) => element('td', told(one, values[one.key]))),
]);

// The newest first.
export function table(series, points) {
  const heads = [text('chart.time'), ...series.map((one) => one.label)];
  const latest = points.slice(-MAX_ROWS).reverse();
  const note = points.length > MAX_ROWS
    ? text('chart.rows-latest', f.count(MAX_ROWS), f.count(points.length))
    : text('chart.rows', f.count(points.length));
  return [
    element('p', note, { className: 'note' }),
    element('div', element('table', [
      element('thead', element('tr', heads.map((head) => element('th', head, { scope: 'col' })))),
      element('tbody', latest.map((point) => row(series, point))),
    ], { className: 'table table-sm chart-rows' }), {
      className: 'chart-scroll', tabIndex: 0, role: 'region', ariaLabel: text('chart.data'),
    }),
  ];
}
