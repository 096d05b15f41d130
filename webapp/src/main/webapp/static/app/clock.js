// The server's time. The browser's clock may be wrong: it only counts on from what the server told.

const TOLERANCE = 2_000;
const [navigation] = performance.getEntriesByType('navigation');
const jumps = [];
const ticks = [];

let ahead = Number(document.body.dataset.now) - (navigation?.responseStart ?? performance.now());
let wall = Date.now() - performance.now();

// Epoch milliseconds.
export const now = () => ahead + performance.now();

// The server said this time just now, in whole seconds; NaN when it did not.
export function correct(told) {
  const middle = told + 500;
  if (Math.abs(middle - now()) > TOLERANCE) {
    ahead = middle - performance.now();
  }
}

// The server cannot be behind what it has received.
export function notBefore(moment) {
  ahead += Math.max(0, moment - now());
}

export const everySecond = (task) => ticks.push(task);

// When the computer has slept, or its clock was set: some browsers' time stood still meanwhile.
export const onJump = (task) => jumps.push(task);

setInterval(() => {
  const apart = Date.now() - performance.now();
  if (Math.abs(apart - wall) > TOLERANCE) {
    jumps.forEach((task) => task());
  }
  wall = apart;
  ticks.forEach((task) => task());
}, 1000);
