// Where a time axis is marked: on round hours of a zone, also on the days that change the clock.

const MINUTE = 60_000;
const STEPS = [1, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440];

// No zone is off by less than 15 minutes: what is round there is round here to that.
const stride = (step) => (step % 15 ? Math.min(step, 5) : 15) * MINUTE;

// At most so many moments from one to the other, in epoch milliseconds.
export function localTicks(from, to, most, zone) {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit',
  });
  const step = STEPS.find((minutes) => (to - from) / (minutes * MINUTE) <= most) ?? STEPS.at(-1);
  const found = [];
  for (let t = Math.ceil(from / stride(step)) * stride(step); t <= to; t += stride(step)) {
    const [hour, minute] = clock.format(t).split(':').map(Number);
    if ((hour * 60 + minute) % step === 0) found.push(t);
  }
  return found;
}
