// What is drawn on a chart besides its lines, in the colours of the theme.

const NAMES = [
  'grid', 'axis', 'muted', 'text', 'surface', 'series', 'charge', 'discharge', 'hatch', 'hatch-bg', 'cell',
];

export const colours = {};
const shown = new Set();

function read() {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue('--' + name).trim();
  NAMES.forEach((name) => { colours[name] = token(name); });
  Chart.defaults.font.family = token('font');
  Chart.defaults.font.size = 11.5;
}

// Charts that take on the colours of a theme when it is chosen; returns how to end that.
export function themed(chart) {
  shown.add(chart);
  return () => shown.delete(chart);
}

read();
document.addEventListener('themechange', () => {
  read();
  shown.forEach((chart) => chart.update('none'));
});

export const faint = (colour) => colour + '2e';

// Upright: one colour above zero and one below it.
export function bySign({ ctx, chartArea: area, scales }) {
  if (!area) return colours.charge;
  const zero = (scales.y.getPixelForValue(0) - area.top) / area.height;
  const stop = Math.max(0, Math.min(1, zero));
  const gradient = ctx.createLinearGradient(0, area.top, 0, area.bottom);
  gradient.addColorStop(stop, colours.charge);
  gradient.addColorStop(stop, colours.discharge);
  return gradient;
}

// Where nothing was received.
export const hatch = (silences) => ({
  id: 'hatch',
  beforeDatasetsDraw({ ctx, chartArea: { top, bottom, height }, scales: { x } }) {
    for (const gap of silences()) {
      const [left, right] = gap.map((t) => x.getPixelForValue(t));
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, top, Math.max(1, right - left), height);
      ctx.clip();
      ctx.fillStyle = colours['hatch-bg'];
      ctx.fill();
      ctx.strokeStyle = colours.hatch;
      ctx.beginPath();
      for (let at = left - height; at < right; at += 6) {
        ctx.moveTo(at, bottom);
        ctx.lineTo(at + height, top);
      }
      ctx.stroke();
      ctx.restore();
    }
  },
});

// A point between two gaps has no line that would show it.
export const alone = (kind) => ({
  id: 'alone',
  afterDatasetsDraw({ ctx, data, scales: { x, y } }) {
    const points = data.datasets[0].data;
    const isKnown = (point) => (point?.y ?? null) !== null;
    points.forEach((point, i) => {
      if (!isKnown(point) || isKnown(points[i - 1]) || isKnown(points[i + 1])) return;
      const sign = point.y < 0 ? colours.discharge : colours.charge;
      ctx.fillStyle = kind === 'flow' ? sign : colours.series;
      ctx.beginPath();
      ctx.arc(x.getPixelForValue(point.x), y.getPixelForValue(point.y), 2, 0, 7);
      ctx.fill();
    });
  },
});

// A line at the time that is read, and a point where the curve is then.
export const crosshair = (cursor) => ({
  id: 'crosshair',
  afterDraw({ ctx, chartArea: { top, bottom }, scales: { x, y } }) {
    const { t, value } = cursor();
    if (!t) return;
    const at = x.getPixelForValue(t);
    ctx.save();
    ctx.strokeStyle = colours.muted;
    ctx.beginPath();
    ctx.moveTo(at, top);
    ctx.lineTo(at, bottom);
    ctx.stroke();
    if (value !== null) {
      ctx.fillStyle = colours.text;
      ctx.beginPath();
      ctx.arc(at, y.getPixelForValue(value), 3.5, 0, 7);
      ctx.fill();
    }
    ctx.restore();
  },
});
