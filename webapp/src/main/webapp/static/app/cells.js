// Bars of the cells' voltages: the lowest and the highest stand out, and who is being balanced. The
// table beside them holds the same numbers.

import { colours, themed } from './chart-parts.js';
import { format as f, text } from './page.js';

const AXIS_WIDTH = 58;
const BAR_FOR_NUMBER = 34;
const BAR_FOR_EXTREME = 46;
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

const canvas = document.getElementById('cells');
const rows = document.getElementById('cells-rows');

// From the table that the server wrote.
const written = () => [...rows.querySelectorAll('tbody tr')].map((row) => ({
  volts: Number(row.querySelector('[data-volts]').dataset.volts) || null,
  balancing: row.querySelector('[data-balancing]')?.dataset.balancing === 'true',
}));

let cells = [];
let lowest = -1;
let highest = -1;

function take(next) {
  cells = next;
  const known = cells.map((cell) => cell.volts).filter((volts) => volts !== null);
  lowest = cells.findIndex((cell) => cell.volts === Math.min(...known));
  highest = cells.findIndex((cell) => cell.volts === Math.max(...known));
}

function colour({ dataIndex }) {
  if (dataIndex === lowest) return colours.discharge;
  return dataIndex === highest ? colours.charge : colours.cell;
}

// Millivolts behind the volts where there is room; the extremes always.
const labels = {
  id: 'labels',
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    const bars = chart.getDatasetMeta(0).data;
    const width = chart.chartArea.width / bars.length;
    const isCrowded = (i) => width < BAR_FOR_NUMBER
      || (width < BAR_FOR_EXTREME && [lowest, highest].some((one) => Math.abs(one - i) === 1));
    ctx.save();
    ctx.textAlign = 'center';
    bars.forEach((bar, i) => {
      const { volts, balancing } = cells[i];
      const mark = i === lowest ? '▼ ' : i === highest ? '▲ ' : '';
      if (balancing) dot(ctx, bar.x, chart.chartArea.bottom - 6);
      if (volts === null || (!mark && isCrowded(i))) return;
      ctx.font = `${mark ? 700 : 500} 10.5px ${Chart.defaults.font.family}`;
      ctx.fillStyle = mark ? colours.text : colours.muted;
      const { left, right } = chart.chartArea;
      const x = mark ? Math.max(left + 22, Math.min(right - 22, bar.x)) : bar.x;
      ctx.fillText(mark + f.cellVoltage(volts).value, x, bar.y - 5);
    });
    ctx.restore();
  },
};

function dot(ctx, x, y) {
  ctx.fillStyle = colours.surface;
  ctx.beginPath();
  ctx.arc(x, y, 2.5, 0, 7);
  ctx.fill();
}

// Cropped, or the differences would not be seen: round ends beyond the extremes.
function range(axis) {
  const low = cells[lowest]?.volts ?? 0;
  const high = cells[highest]?.volts ?? 1;
  const step = STEPS.find((one) => (high - low) / one <= 4) ?? STEPS.at(-1);
  axis.min = Math.max(0, Math.floor(low / step - 0.5) * step);
  axis.max = Math.ceil(high / step + 0.25) * step;
  axis.options.ticks.stepSize = step;
}

const title = (words) => ({ display: true, text: words, color: () => colours.muted });

function draw(chart) {
  chart.data.labels = cells.map((cell, i) => i + 1);
  chart.data.datasets[0].data = cells.map((cell) => cell.volts);
  chart.update('none');
  const extreme = (i) => [f.count(i + 1), f.cellVoltage(cells[i]?.volts)];
  canvas.setAttribute('aria-label',
    text('js.cells-finding', f.count(cells.length), ...extreme(lowest), ...extreme(highest)));
}

function tell() {
  [...rows.querySelectorAll('tbody tr')].forEach((row, i) => {
    row.querySelector('[data-volts]').textContent = f.cellVoltage(cells[i].volts);
    const balancing = row.querySelector('[data-balancing]');
    if (balancing) balancing.textContent = text(cells[i].balancing ? 'js.yes' : 'js.no');
  });
  const say = (name, words) => {
    document.querySelector(`[data-cell="${name}"]`).textContent = words;
  };
  say('lowest', text('js.cell', lowest + 1));
  say('highest', text('js.cell', highest + 1));
  if (rows.querySelector('[data-balancing]')) {
    say('balancing', text('js.balancing', f.count(cells.filter((cell) => cell.balancing).length)));
  }
}

function make() {
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [],
      datasets: [{ data: [], backgroundColor: colour, borderRadius: 3, categoryPercentage: 0.92, barPercentage: 0.85 }],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { top: 16 } },
      scales: {
        x: {
          grid: { display: false }, border: { display: false }, title: title(text('js.cell-axis')),
          ticks: { color: () => colours.muted, maxRotation: 0, autoSkipPadding: 6 },
        },
        y: {
          afterDataLimits: range,
          afterFit(axis) { axis.width = AXIS_WIDTH; },
          grid: { color: () => colours.grid, drawTicks: false }, border: { display: false },
          title: title(text('js.volt-axis')),
          ticks: {
            color: () => colours.muted, padding: 6, callback: (volts) => f.number(volts, 2),
          },
        },
      },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [labels],
  });
  themed(chart);
  return chart;
}

// Shows the cells; returns what takes a newer sample. A page without cells has nothing to show.
export function showCells() {
  if (!canvas) return () => {};
  const button = document.querySelector('[aria-controls="cells-rows"]');
  button.addEventListener('click', () => {
    rows.hidden = !rows.hidden;
    button.setAttribute('aria-expanded', String(!rows.hidden));
  });
  rows.hidden = true;
  const chart = make();
  take(written());
  draw(chart);
  return ({ cellVoltages, balancing = [] }) => {
    if (cellVoltages?.length !== cells.length) return;
    take(cellVoltages.map((volts, i) => ({ volts, balancing: balancing[i] ?? false })));
    draw(chart);
    tell();
  };
}
