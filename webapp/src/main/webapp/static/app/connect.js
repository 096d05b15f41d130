// How a battery is connected: what was heard of it is looked up again and again while somebody looks.
import './secret.js';
import { freshPage, takeParts } from './fresh-page.js';

const PAUSE_MILLIS = 3000;

async function listen() {
  if (!document.hidden) {
    // Without the query: the check of the last hours is made when it is asked for.
    const fresh = await freshPage(location.pathname);
    if (fresh) takeParts(fresh, 'data-listen');
  }
  setTimeout(listen, PAUSE_MILLIS);
}

setTimeout(listen, PAUSE_MILLIS);
