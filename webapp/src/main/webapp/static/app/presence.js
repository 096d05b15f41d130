// Whether anybody looks at the page, and what the browser and the computer go through meanwhile.
import { onJump } from './clock.js';

const HIDDEN = 30_000;

export function attend(live) {
  let timer;

  function seen() {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(() => live.pause(), HIDDEN);
    else if (live.state === 'paused' || live.state === 'offline') live.retry();
  }

  document.addEventListener('visibilitychange', seen);
  addEventListener('offline', () => live.check());
  addEventListener('online', () => live.state === 'offline' && live.retry());
  addEventListener('pagehide', () => live.leave());
  addEventListener('pageshow', ({ persisted }) => persisted && live.retry());
  onJump(() => {
    if (live.state === 'live' || live.state === 'polling') {
      live.retry();
      live.check();
    }
  });
  seen();
}
