// How numbers and times are shown: Formats in Java has the same methods, and one table of examples
// holds both. null and NaN are absent, as is a moment (in milliseconds) before 1970.

const NBSP = '\u00a0';
const MINUS = '\u2212';
const ABSENT = '—';
const DAY = 86_400;

// Cities whose time has a name people here know: N, A, E, C, M, P.
const NAMED = [
  'St_Johns',
  'Halifax Moncton Blanc-Sablon',
  'Toronto Iqaluit New_York',
  'Winnipeg Regina Chicago',
  'Edmonton Denver',
  'Vancouver Los_Angeles',
];

const isAbsent = (moment) => !(moment >= 0) || moment === null;
const quantity = (value, unit, gap) => ({ value, unit, gap, toString: () => value + gap + unit });
const two = (n) => String(n).padStart(2, '0');

// Half up on the shortest decimal that means the number; arithmetic would add its own errors.
function digits(amount, decimals) {
  const [mantissa, exponent = 0] = String(Math.abs(amount)).split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  const end = whole.length + Number(exponent) + decimals;
  const all = (whole + fraction).padEnd(end + 1, '0');
  const kept = end < 0 ? 0n : BigInt(all.slice(0, end)) + BigInt(all[end] >= '5');
  const text = String(kept).padStart(decimals + 1, '0');
  return [text.slice(0, text.length - decimals), text.slice(text.length - decimals)];
}

export function formats(locale, zone) {
  const english = locale.startsWith('en');
  const calendar = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
    hour: '2-digit', minute: '2-digit', second: '2-digit',
  });

  function text(amount, decimals, plus) {
    const [whole, fraction] = digits(amount, decimals);
    const sign = amount < 0 ? MINUS : plus;
    return (/[1-9]/.test(whole + fraction) ? sign : '')
      + whole.replace(/\B(?=(\d{3})+$)/g, english ? ',' : NBSP)
      + (fraction && (english ? '.' : ',') + fraction);
  }

  function unit(amount, symbol, decimals, plus = '') {
    if (!Number.isFinite(amount)) return quantity(ABSENT, '', '');
    const gap = !symbol || (english && symbol === '%') ? '' : NBSP;
    return quantity(text(amount, decimals, plus), symbol, gap);
  }

  const number = (amount, decimals) => unit(amount, '', decimals).value;

  // With fewer decimals from a limit on, judged by what would be shown.
  function coarser(amount, symbol, decimals, limit, beyond, plus) {
    const large = Number.isFinite(amount) && Number(digits(amount, decimals).join('.')) >= limit;
    return unit(amount, symbol, large ? beyond : decimals, plus);
  }

  const parts = (t) =>
    Object.fromEntries(calendar.formatToParts(t).map((part) => [part.type, part.value]));

  // Minutes east of UTC.
  function offset(t) {
    const p = parts(t);
    const local = Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute, p.second);
    return Math.round((local - t + t % 1000) / 60_000);
  }

  function utc(minutes) {
    const rest = Math.abs(minutes % 60);
    const hours = minutes ? text(Math.trunc(minutes / 60), 0, '+') : '';
    return 'UTC' + hours + (rest ? ':' + two(rest) : '');
  }

  // Such as HNE or EST; the offset where the time has no such name.
  function name(t) {
    const minutes = offset(t);
    const i = NAMED.findIndex((cities) => cities.split(' ').includes(zone.split('America/')[1]));
    const summer = minutes - (i ? -180 - 60 * i : -210);
    if (i < 0 || (summer && summer !== 60)) return utc(minutes);
    return english
      ? 'NAECMP'[i] + (summer ? 'DT' : 'ST')
      : 'H' + (summer ? 'A' : 'N') + 'TAECRP'[i];
  }

  // What tells the two runs of a repeated hour apart; empty in all other hours.
  function mark(t) {
    const back = offset(t - 10_800_000) - offset(t + 10_800_000);
    const step = back * 60_000;
    return back > 0 && offset(t - step) - offset(t + step) === back ? NBSP + name(t) : '';
  }

  const moment = (show) => (t) => isAbsent(t) ? ABSENT : show(t, parts(t));
  const date = moment((t, p) => `${p.year}-${p.month}-${p.day}`);
  const clock = moment((t, p) =>
    [p.hour, p.minute].join(english ? ':' : NBSP + 'h' + NBSP) + mark(t));

  function duration(seconds) {
    if (isAbsent(seconds) || seconds === Infinity) return ABSENT;
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    if (seconds < 60) return Math.floor(seconds) + NBSP + 's';
    if (!hours) return minutes + NBSP + 'min';
    return seconds < DAY
      ? [hours, 'h', two(minutes % 60)].join(NBSP)
      : [Math.floor(hours / 24), english ? 'd' : 'j', hours % 24, 'h'].join(NBSP);
  }

  const seconds = (then, now) => Math.floor(Math.max(0, now - then) / 1000);

  function ageShort(then, now) {
    if (isAbsent(then)) return english ? 'never' : 'jamais';
    return seconds(then, now) < DAY ? duration(seconds(then, now)) : date(then);
  }

  function age(then, now) {
    const brief = ageShort(then, now);
    if (isAbsent(then) || seconds(then, now) >= DAY) return brief;
    return english ? brief + NBSP + 'ago' : ['il', 'y', 'a', brief].join(NBSP);
  }

  return {
    number, unit, date, clock, duration, age, ageShort,
    signed: (amount, symbol, decimals) => unit(amount, symbol, decimals, '+'),
    count: (amount) => number(amount, 0),
    soc: (percent) => unit(percent, '%', 0),
    soc1: (percent) => unit(percent, '%', 1),
    soh: (percent) => unit(percent, '%', 1),
    packVoltage: (volts) => coarser(volts, 'V', 2, 100, 0),
    cellVoltage: (volts) => unit(volts, 'V', 3),
    spread: (volts) => unit(volts && volts * 1000, 'mV', 0),
    current: (amperes) => unit(amperes, 'A', 1, '+'),
    power: (watts) => coarser(watts && watts / 1000, 'kW', 2, 10, 1, '+'),
    energy: (wattHours) => coarser(wattHours && wattHours / 1000, 'kWh', 1, 100, 0),
    temperature: (celsius) => unit(celsius, '°C', 1),
    charge: (ampereHours) => coarser(ampereHours, 'Ah', 1, 10, 0),
    clockSeconds: moment((t, p) => (english
      ? [p.hour, p.minute, p.second].join(':')
      : [p.hour, 'h', p.minute, 'min', p.second, 's'].join(NBSP)) + mark(t)),
    dateTime: (t) => isAbsent(t) ? ABSENT : date(t) + NBSP + clock(t),
    zoneLabel: moment((t) => {
      const both = [...new Set([name(t), utc(offset(t))])].join(',' + NBSP);
      return zone === both ? zone : `${zone}${NBSP}(${both})`;
    }),
  };
}
