// Brings a page to life. A page's own script does
//
//   import { startLive } from './page-live.js';
//   const live = startLive({ detail: 'list', fleet: true });
//
// and everything that follows the contract of data-battery is patched by itself (patch.js), and
// the state of the connection shown. The wish may hold
//   detail: 'list' for no cells, sensors and extras;  fleet: true for the figures of all;
//   type: uid of the type they are narrowed to;       batteries: uids, at most a hundred.
//
// For what else a page shows:
//   live.on('update', ({ batteries, fleet, reset, gap }) => …)   after every message and every 30 s
//   live.on('state', ({ state, frozenAt, retryAt, updatedAt }) => …)
//   live.want(wish)   wishes for something else from now on
//   live.state        connecting, live, polling, paused, offline or expired
//
// An update holds only the newest of each battery. With `gap`, points may lack between what the page
// has and this one: a chart then asks the history from its last point on. So it does when `ts` is
// further from that point than the battery usually sends: late samples arrive in bulk, and only the
// newest of them is told here.
//
// Texts and formats of the page are in page.js: `text(key, …)`, `format.soc(x)`, `base`, `client`;
// the server's time in clock.js: `now()`, and `everySecond(task)`, the one timer of the page.
import { everySecond } from './clock.js';
import { showConnection } from './connection.js';
import { connect } from './live.js';
import { patch, tick } from './patch.js';

export function startLive(wish) {
  const live = connect(wish);
  live.on('update', patch);
  showConnection(live);
  everySecond(tick);
  return live;
}
