// Rows are never moved under the eyes of who reads them: when the list would be another by now, a
// link offers it.
const WORST_FIRST = ['critical', 'warning', 'stale', 'unknown', 'normal'];
const METRICS = {
  soc: 'soc',
  voltage: 'packVoltage',
  current: 'current',
  temperature: 'temperatureMax',
  spread: 'cellVoltageDelta',
};

const values = new Map(); // by battery, the newest of what the list is ordered by
let conditions; // of the whole fleet, counted, as the list was made of

export function forgetOrder() {
  values.clear();
  conditions = undefined;
}

export function watchOrder({ batteries, fleet }) {
  const link = document.getElementById('new-order');
  if (!link?.hidden) return;
  const rows = [...document.querySelectorAll('tr[data-battery]')];
  const order = document.querySelector('.fleet-table')?.dataset.sort ?? 'severity';
  const sort = order.replace('-', '');
  batteries.forEach((item) => values.set(item.id, item[METRICS[sort]]));
  const states = new URLSearchParams(location.search).getAll('state');
  const byState = sort === 'severity' || states.length > 0;
  link.hidden = !(
    isOut(rows, sort, order !== sort)
    || (states.length && rows.some(({ dataset }) => !states.includes(dataset.condition)))
    || (byState && fleet && countsDiffer(fleet.conditions))
  );
}

function isOut(rows, sort, descending) {
  const ranks = rows
    .map(({ dataset }) =>
      sort === 'severity' ? WORST_FIRST.indexOf(dataset.condition) : values.get(dataset.battery))
    .filter((rank) => rank !== undefined);
  return ranks.some((rank, i) => i > 0 && (descending ? rank > ranks[i - 1] : rank < ranks[i - 1]));
}

// Who comes from or goes to another page shows in the numbers of all.
function countsDiffer(now) {
  const counted = JSON.stringify(now);
  conditions ??= counted;
  return conditions !== counted;
}
