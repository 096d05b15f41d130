// Charts over time: panels below each other that share their time and what is read of it. Chart.js
// is loaded by the page, and the host written by chart.tag.

import { alone, bySign, colours, crosshair, faint, hatch, themed } from './chart-parts.js';
import { finding, gapsTold, moment, table, told } from './chart-words.js';
import { format as f, text } from './page.js';
import { localTicks } from './ticks.js';
import { track } from './track.js';

const AXIS_WIDTH = 58;
const TICK_WIDTH = 62;

/*
 * series: [{ key, label, unit, format, kind, scale, min, max, step }]; format is a method of f, kind
 * 'line' or 'flow' (coloured by sign), scale turns a value into the axis' unit, the rest is the
 * axis', each optional. period: how often a point is to be expected, ms.
 * Returns { set, append, window, isEmpty, destroy }:
 *   set(answer)                all points, as the API's history answers
 *   append(t, values)          one more, also late or again; values by key
 *   window(from, to)           what is shown; drops what lies before
 */
export function timeChart(host, { series, from, to, period, zone = document.body.dataset.zone }) {
  const points = track(period);
  const tip = host.appendChild(Object.assign(document.createElement('div'), {
    className: 'chart-tip', hidden: true, ariaHidden: 'true',
  }));
  const note = host.querySelector('[data-gaps]');
  const echo = host.querySelector('[data-echo]');
  const rows = host.querySelector('[data-rows]');
  const button = document.querySelector(`[aria-controls="${rows?.id}"]`);
  let cursor = null;
  let asked = 0;
  points.window(from, to);
  const panels = series.map((one, i) => panel(one, i === series.length - 1));

  function panel(one, last) {
    const canvas = host.querySelector(`canvas[data-series="${one.key}"]`);
    const scale = one.scale ?? 1;
    const here = () => {
      const value = points.near(cursor)?.values[one.key] ?? null;
      return { t: cursor, value: value === null ? null : value * scale };
    };
    const chart = new Chart(canvas, {
      type: 'line',
      data: { datasets: [lineOf(one)] },
      options: options(one, last, points, zone),
      plugins: [hatch(points.silences), alone(one.kind), crosshair(here)],
    });
    listen(canvas, chart);
    const forget = themed(chart);
    return {
      canvas,
      chart,
      draw() {
        const { x } = chart.options.scales;
        [x.min, x.max] = points.range();
        chart.data.datasets[0].data = points.line(one.key, scale);
        chart.update('none');
        canvas.setAttribute('aria-label', finding(one, points));
      },
      destroy() {
        forget();
        chart.destroy();
      },
    };
  }

  function listen(canvas, chart) {
    const pointed = ({ clientX }) => {
      const t = chart.scales.x.getValueForPixel(clientX - canvas.getBoundingClientRect().left);
      const [start, end] = points.range();
      read(t < start || t > end ? null : points.near(t)?.t ?? t);
    };
    canvas.addEventListener('pointermove', pointed);
    canvas.addEventListener('pointerdown', pointed);
    canvas.addEventListener('pointerleave', () => read(null));
    canvas.addEventListener('blur', () => read(null));
    canvas.addEventListener('keydown', (event) => {
      const all = points.visible();
      const here = all.findIndex((point) => point.t >= cursor);
      const at = cursor === null || here < 0 ? all.length : here;
      const next = {
        ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1,
      }[event.key];
      if (event.key === 'Escape') read(null);
      if (next === undefined || !all.length) return;
      event.preventDefault();
      read(all[Math.max(0, Math.min(all.length - 1, next))].t);
      echo.textContent = `${moment(cursor)}, ${lines().join(', ')}`;
    });
  }

  function lines() {
    const point = points.near(cursor);
    return point
      ? series.map((one) => `${one.label} ${told(one, point.values[one.key])}`)
      : [text('chart.no-data')];
  }

  function read(t) {
    cursor = t;
    tip.hidden = t === null;
    panels.forEach(({ chart }) => chart.draw());
    if (t === null) return;
    tip.replaceChildren(...[moment(t), ...lines()].map((line) =>
      Object.assign(document.createElement('div'), { textContent: line })));
    const { x } = panels[0].chart.scales;
    const at = x.getPixelForValue(t);
    const beside = at > host.clientWidth / 2 ? at - tip.offsetWidth - 10 : at + 10;
    tip.style.left = `${Math.max(0, beside)}px`;
  }

  // Many changes at once are drawn once.
  function changed() {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      panels.forEach((one) => one.draw());
      const gaps = gapsTold(points);
      note.hidden = !gaps;
      note.lastElementChild.textContent = gaps && `${gaps} ${text('chart.not-joined')}`;
    });
  }

  const list = () => rows.replaceChildren(...(rows.hidden ? [] : table(series, points.visible())));

  function toggle() {
    rows.hidden = !rows.hidden;
    button.setAttribute('aria-expanded', String(!rows.hidden));
    list();
  }
  button?.addEventListener('click', toggle);

  return {
    set(data) {
      points.set(data);
      changed();
      list();
    },
    append(t, values) {
      points.add(t, values);
      changed();
      // Who reads the table is not to lose the line: it grows when it is opened again.
    },
    window(start, end) {
      points.window(start, end);
      changed();
    },
    isEmpty: () => !points.visible().length,
    destroy() {
      cancelAnimationFrame(asked);
      button?.removeEventListener('click', toggle);
      panels.forEach((one) => one.destroy());
      tip.remove();
    },
  };
}

function lineOf({ kind }) {
  const flow = kind === 'flow';
  return {
    data: [],
    borderWidth: flow ? 1.5 : 1.75,
    pointRadius: 0,
    tension: 0,
    spanGaps: false,
    borderColor: ({ chart }) => (flow ? bySign(chart) : colours.series),
    fill: () => (flow
      ? { target: 'origin', above: faint(colours.charge), below: faint(colours.discharge) }
      : { target: 'start', above: faint(colours.series) }),
  };
}

function options(one, last, points, zone) {
  const ticks = ({ chart }) => chart.width / TICK_WIDTH;
  return {
    animation: false,
    parsing: false,
    normalized: true,
    maintainAspectRatio: false,
    events: [],
    layout: { padding: { right: 8, top: 4 } },
    scales: {
      x: {
        type: 'linear',
        afterBuildTicks(axis) {
          axis.ticks = localTicks(axis.min, axis.max, ticks(axis), zone).map((value) => ({ value }));
        },
        grid: { color: () => colours.grid, drawTicks: false },
        border: { display: false },
        ticks: {
          display: last, color: () => colours.muted, maxRotation: 0, autoSkip: false, padding: 6,
          callback: (t) => (f.date(t) === f.date(t - 1) ? f.clock(t) : [f.clock(t), f.date(t)]),
        },
      },
      y: {
        beginAtZero: one.kind === 'flow',
        min: one.min,
        max: one.max,
        afterFit(axis) { axis.width = AXIS_WIDTH; },
        grid: { color: ({ tick }) => (tick.value ? colours.grid : colours.axis), drawTicks: false },
        border: { display: false },
        title: {
          display: true, text: one.axis ?? `${one.label} (${one.unit})`, color: () => colours.muted,
        },
        ticks: {
          color: () => colours.muted, padding: 6, maxTicksLimit: 6, stepSize: one.step,
          callback: (value, i, all) => tickText(one, value, all),
        },
      },
    },
    plugins: {
      legend: { display: false },
      tooltip: { enabled: false },
      decimation: { enabled: true, algorithm: 'min-max' },
    },
  };
}

function tickText({ kind }, value, all) {
  const step = Math.abs((all[1]?.value ?? 1) - all[0].value);
  const decimals = step >= 1 ? 0 : Math.min(3, Math.ceil(-Math.log10(step)));
  return (kind === 'flow' ? f.signed(value, '', decimals) : f.unit(value, '', decimals)).value;
}
