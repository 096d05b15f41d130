// The points of a chart in order of time, and the gaps in which nothing was received. All times are
// epoch milliseconds; a value that is absent is null.

// As the server judges a pause: see History.thinned.
const PERIODS = 3;
const ALWAYS = 300_000;
const NEIGHBOURS = 10;

// period: how often a point is to be expected.
export function track(period) {
  let points = [];
  let gaps = [];
  let from = 0;
  let to = Infinity;
  let step = period;

  // The median of the pauses before that point; thinned points lie further apart.
  function usual(i) {
    const before = points.slice(Math.max(0, i - NEIGHBOURS - 1), i);
    const pauses = before.slice(1).map((point, k) => point.t - before[k].t).sort((a, b) => a - b);
    return pauses[(pauses.length - 1) >> 1] ?? 0;
  }

  const isGap = (start, end, i) =>
    end - start > Math.max(ALWAYS, PERIODS * step)
    || end - start > PERIODS * Math.max(step, usual(i));

  // Of buckets, of which some may be missing.
  const shortest = (t) => Math.min(...t.slice(1).map((at, i) => at - t[i]));

  // metrics: by key, { value: [] } as long as t, or { mean: [] } of hours, days and months; known:
  // pairs of times. As the API answers.
  function set({ t, metrics, gaps: known, provisional }) {
    gaps = known.map((gap) => [...gap]);
    step = provisional && t.length > 1 ? shortest(t) : period;
    points = t
      .map((at, i) => ({ t: at, values: valuesAt(metrics, i) }))
      // The API's own empty rows; ours are put in when it is drawn.
      .filter((point, i) => provisional?.[i] !== null
        && !gaps.some(([start, end]) => start < point.t && point.t < end));
    const first = points[0]?.t;
    if (from > 0 && isGap(from, first, points.length)) gaps.unshift([from, first]);
  }

  const valuesAt = (metrics, i) =>
    Object.fromEntries(
      Object.entries(metrics).map(([key, { value, mean }]) => [key, (value ?? mean)[i]]));

  function add(t, values) {
    if (t < from) return;
    let i = points.length;
    while (i > 0 && points[i - 1].t >= t) i--;
    if (points[i]?.t === t) {
      points[i] = { t, values };
      return;
    }
    points.splice(i, 0, { t, values });
    judge(t, i);
  }

  // A late point divides the gap that it lies in; a new one may end one.
  function judge(t, i) {
    const within = gaps.findIndex(([start, end]) => start < t && t < end);
    if (within >= 0) {
      const [start, end] = gaps[within];
      gaps.splice(within, 1, ...[[start, t], [t, end]].filter((part) => isGap(...part, i)));
    } else if (i === points.length - 1) {
      const before = i > 0 ? points[i - 1].t : from;
      if (before > 0 && isGap(before, t, i)) gaps.push([before, t]);
    }
  }

  // Forgets what lies before it, but for the point from which the line comes in.
  function window(start, end) {
    [from, to] = [start, end];
    const first = points.findIndex((point) => point.t >= start);
    points = points.slice(Math.max(0, (first < 0 ? points.length : first) - 1));
    gaps = gaps.filter((gap) => gap[1] > start);
  }

  const visible = () => points.filter((point) => point.t >= from && point.t <= to);

  // Those within the window, cut to it; the last one may be going on.
  function silences() {
    const last = points.at(-1)?.t;
    const all = last < to && to < Infinity && isGap(last, to, points.length)
      ? [...gaps, [last, to]] : gaps;
    return all
      .filter((gap) => gap[0] < to)
      .map(([start, end]) => [Math.max(start, from), Math.min(end, to)]);
  }

  // For a chart: without a value in each gap, so that no line crosses it.
  function line(key, scale) {
    const breaks = gaps.map(([start, end]) => ({ x: (start + end) / 2, y: null }));
    const rows = [];
    for (const { t, values } of points) {
      while (breaks.length && breaks[0].x < t) rows.push(breaks.shift());
      const value = values[key] ?? null;
      rows.push({ x: t, y: value === null ? null : value * scale });
    }
    return rows;
  }

  // The visible point closest in time; undefined in a gap.
  function near(t) {
    if (silences().some(([start, end]) => start < t && t < end)) return undefined;
    return visible().reduce(
      (best, point) => (best && Math.abs(best.t - t) <= Math.abs(point.t - t) ? best : point),
      undefined);
  }

  return {
    set, add, window, visible, silences, line, near,
    range: () => [from, to],
  };
}
