// Asks the server, and opens lines to it.
import { correct } from './clock.js';

const HANDSHAKE = 5_000;
const SILENCE = 45_000; // the server says something every 30 s

// { outcome: 'here', 'expired' when one must sign in, also because the client is another's now, or 'away' when nobody answers; body }.
export async function ask(url, patience, cancel) {
  const late = AbortSignal.timeout(patience);
  const signal = cancel ? AbortSignal.any([cancel, late]) : late;
  try {
    const answer = await fetch(url, { cache: 'no-store', signal });
    correct(Date.parse(answer.headers.get('Date')));
    return answer.ok
      ? { outcome: 'here', body: await answer.json() }
      : { outcome: [401, 403, 404].includes(answer.status) ? 'expired' : 'away' };
  } catch {
    return { outcome: 'away' }; // refused, cut off or too late: it comes to the same
  }
}

// Opens a WebSocket and returns how to hang up, after which it tells no more. `closed` hears the code
// and how long it was open, in milliseconds; also when it never opened, or has fallen silent.
export function dial(url, { opened, heard, closed }) {
  const line = new WebSocket(url);
  let since = null;
  let timer = setTimeout(end, HANDSHAKE);

  function hangUp() {
    clearTimeout(timer);
    line.onopen = line.onmessage = line.onclose = null;
    line.close();
  }

  function end(event) {
    hangUp();
    closed(event?.code, since === null ? 0 : performance.now() - since);
  }

  function alive() {
    clearTimeout(timer);
    timer = setTimeout(end, SILENCE);
  }

  line.onopen = () => {
    since = performance.now();
    alive();
    opened();
  };
  line.onmessage = ({ data }) => {
    alive();
    heard(JSON.parse(data));
  };
  line.onclose = end;
  return hangUp;
}
