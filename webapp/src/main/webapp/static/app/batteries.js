// The list of batteries: narrows, orders and turns pages without leaving it, and follows the feed.
import './frame.js';
import { forgetOrder, watchOrder } from './list-order.js';
import { startLive } from './page-live.js';

const DEBOUNCE = 300;
// What an answer replaces; the rest of the page stays as it is.
const REPLACED = ['#fleet', '.page-heading', '.language-switch'];

const find = (selector) => document.querySelector(selector);
const news = document.getElementById('fleet-news');
let work = new AbortController();
let timer;

// The shortest address of what the form says; by its own, it would name what is as by default too.
function wanted() {
  const query = new URLSearchParams(new FormData(document.getElementById('filters')));
  const usual = { q: '', sort: 'severity', size: '25' };
  for (const [name, value] of Object.entries(usual)) {
    if (query.get(name) === value) query.delete(name);
  }
  return `${location.pathname}?${query}`;
}

// The feed of the rows on the page. Without any, of a battery that is none: no wish means all.
function wish() {
  const shown = [...document.querySelectorAll('tr[data-battery]')];
  const batteries = shown.map((row) => row.dataset.battery);
  return { detail: 'list', fleet: true, batteries: batteries.length ? batteries : ['-'] };
}

// Where the keyboard is, to be there again in the new page.
function place() {
  const active = document.activeElement;
  const typed = active.matches('#q') && [active.value, active.selectionStart, active.selectionEnd];
  const chips = [...document.querySelectorAll('[data-chip]')];
  return { id: active.id, inside: Boolean(active.closest('#fleet')), typed, chip: chips.indexOf(active) };
}

function putBack({ id, inside, typed, chip }) {
  if (!inside) return;
  const chips = document.querySelectorAll('[data-chip]');
  const target = (id && document.getElementById(id))
    || (chip >= 0 && chips[Math.min(chip, chips.length - 1)])
    || document.getElementById('results');
  target?.focus({ preventScroll: true });
  if (typed && target.id === 'q') {
    // Who went on typing meanwhile keeps it.
    target.value = typed[0];
    target.setSelectionRange(typed[1], typed[2]);
  }
}

function replace(fresh) {
  const closed = [...document.querySelectorAll('.facet:not([open])')].map(({ id }) => id);
  const scrolled = find('.facets')?.scrollTop ?? 0;
  const open = find('.facets')?.classList.contains('is-open');
  const at = place();
  for (const selector of REPLACED) {
    find(selector).replaceWith(document.adoptNode(fresh.querySelector(selector)));
  }
  document.title = fresh.title;
  closed.forEach((id) => document.getElementById(id)?.removeAttribute('open'));
  find('.facets').classList.toggle('is-open', Boolean(open));
  find('.facets').scrollTop = scrolled;
  putBack(at);
  news.textContent = find('.page-sub').textContent;
  forgetOrder();
  live.want(wish());
}

async function show(address, remember) {
  clearTimeout(timer);
  work.abort();
  work = new AbortController();
  const { signal } = work;
  find('#fleet').setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { signal, headers: { Accept: 'text/html' } });
    const text = await answer.text();
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    if (signal.aborted) return;
    if (!answer.ok || !fresh.getElementById('fleet')) {
      location.assign(address); // signed out, or no list any more: the browser shows what there is
      return;
    }
    if (remember) history.pushState(null, '', address);
    replace(fresh);
  } catch (error) {
    if (error.name === 'AbortError') return;
    location.assign(address); // the browser says best that the server is away
  }
}

function later() {
  clearTimeout(timer);
  work.abort();
  timer = setTimeout(() => show(wanted(), true), DEBOUNCE);
}

// A type is all its places: who chooses a place means no longer all, and the other way around.
function settleTree(box) {
  const branch = box.closest('.facet-tree > li');
  if (!branch || !box.checked) return;
  for (const other of branch.querySelectorAll('input:checked')) {
    if (other.name !== box.name) other.checked = false;
  }
}

function openFilters(open) {
  find('.facets').classList.toggle('is-open', open);
  document.getElementById(open ? 'filters-title' : 'open-filters').focus();
  find(open ? '.facets' : '.filter-bar').scrollIntoView({ block: 'nearest' });
}

document.addEventListener('input', ({ target }) => target.id === 'q' && later());
document.addEventListener('change', ({ target }) => {
  if (target.form?.id !== 'filters' || target.id === 'q') return;
  settleTree(target);
  later();
});
document.addEventListener('submit', (event) => {
  if (event.target.id !== 'filters') return;
  event.preventDefault();
  show(wanted(), true);
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('#fleet a, .crumbs a');
  const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain) return;
  const { hash, pathname, href } = link;
  if (hash) {
    event.preventDefault();
    openFilters(hash === '#filters');
  } else if (pathname === location.pathname && find('#fleet')) {
    event.preventDefault();
    const turned = link.closest('.pager');
    show(href.replace(/\?$/, ''), link.id !== 'new-order').then(() => {
      if (turned) find('#results')?.scrollIntoView({ block: 'start' });
    });
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && find('.facets.is-open')?.contains(event.target)) openFilters(false);
});
addEventListener('popstate', () => find('#fleet') && show(location.href, false));

const live = startLive(wish());
live.on('update', (update) => requestAnimationFrame(() => watchOrder(update)));
