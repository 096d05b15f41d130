// Shows how the page is connected: in the top bar, and above the page when it is not.
import { everySecond, now } from './clock.js';
import { put } from './drawing.js';
import { base, format, text } from './page.js';

const RESTORED = 3_000;

function make(name, className, content = '') {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = content;
  return element;
}

function banner(tone, icon, words, ...actions) {
  const box = make('div', `banner banner-${tone}`);
  const said = make('div', '', words);
  box.append(document.querySelector(`#live .live-${icon} svg`).cloneNode(true), said, ...actions);
  return box;
}

const loginPath = () => {
  const here = location.pathname.slice(base.length) + location.search;
  return `${base}/login?next=${encodeURIComponent(here)}`;
};

export function showConnection(live) {
  const indicator = document.getElementById('live');
  const place = document.getElementById('connection');
  const countdown = make('span', 'countdown num');
  countdown.setAttribute('aria-hidden', 'true'); // else it would be read out every second
  const again = make('button', 'btn btn-sm', text('live.retry'));
  again.type = 'button';
  again.addEventListener('click', () => live.retry());
  let told = { state: live.state };
  let updatedAt = null;
  let shown = null; // the banner: lost, restored or expired

  function note() {
    if (told.state === 'paused') return text('live.hidden');
    if (updatedAt === null) return text('live.no-news');
    return text('live.updated', format.age(updatedAt, now()));
  }

  function tick() {
    put(document.getElementById('live-note'), note());
    const left = Math.ceil((told.retryAt - now()) / 1000);
    put(countdown, told.retryAt && left > 0
      ? text('live.retry-in', format.duration(left))
      : text('live.retrying'));
  }

  function lost() {
    const box = banner('critical', 'off', text('live.lost', format.clockSeconds(told.frozenAt)), again);
    box.children[1].append(' ', countdown);
    return box;
  }

  function expired() {
    const link = make('a', 'btn btn-sm', text('live.sign-in'));
    link.href = loginPath();
    return banner('warning', 'off', text('live.expired'), link);
  }

  const banners = {
    lost, expired, restored: () => banner('normal', 'on', text('live.restored')),
  };

  function show(name) {
    if (shown === name) return;
    shown = name;
    // The button that had the focus goes.
    if (place.contains(document.activeElement)) document.getElementById('content').focus();
    place.replaceChildren(...(name ? [banners[name]()] : []));
    if (name === 'restored') setTimeout(() => shown === name && show(null), RESTORED);
  }

  live.on('state', (status) => {
    told = status;
    indicator.dataset.state = status.state;
    const word = status.state === 'expired' ? 'offline' : status.state;
    put(document.getElementById('live-word'), text('live.' + word));
    if (status.state === 'offline') show('lost');
    else if (status.state === 'expired') show('expired');
    else if (status.state === 'paused') show(null);
    else if (shown === 'lost' && status.state !== 'connecting') show('restored');
    tick();
  });
  live.on('update', (update) => {
    updatedAt = update.updatedAt;
    tick();
  });
  everySecond(tick);
}
