// The live feed: one WebSocket, or the long poll where none gets through. See page-live.js.
import { notBefore, now } from './clock.js';
import { base, client } from './page.js';
import { attend } from './presence.js';
import { ask, dial } from './wire.js';

const ANSWER = 5_000;
const STEADY = 3_000; // what lasts so long works
const POLL = 40_000; // the server answers after 25 s
const PAUSE = 1_000; // between two polls
const REFUSALS = 2;
const SOCKET_AGAIN = 60_000;
const BACK_OFF = [1, 2, 4, 8, 15, 30];
const SESSION_ENDED = 1008;

class Live {
  state = 'connecting';
  #handlers = { update: [], state: [] };
  #timers = {};
  #wish;
  #cursor = '';
  #gap = true;
  #refusals = 0; // of the WebSocket, in a row, by a server that answers
  #failures = 0; // attempts in a row that nobody answered
  #hangUp = () => {};
  #work = new AbortController();
  #polls = false;
  #heardAt = now();
  #frozenAt = now();
  #updatedAt = null;

  constructor(wish) {
    this.#wish = wish;
    attend(this);
    this.retry();
  }

  on(event, handler) {
    this.#handlers[event].push(handler);
  }

  want(wish) {
    this.#wish = wish;
    this.#cursor = '';
    if (this.state !== 'paused') this.retry();
  }

  // Tries now.
  retry() {
    if (this.state === 'expired') return;
    this.#begin();
    this.#go(this.state === 'offline' ? 'offline' : 'connecting');
    if (this.#refusals < REFUSALS) this.#dial();
    else this.#inquire();
  }

  get #isUp() {
    return this.state === 'live' || this.state === 'polling';
  }

  #tell(event, what) {
    this.#handlers[event].forEach((handler) => handler(what));
  }

  #timer(name, millis, task) {
    clearTimeout(this.#timers[name]);
    this.#timers[name] = setTimeout(task, millis);
  }

  // Lets go of whatever is under way.
  #begin() {
    ['steady', 'again', 'retry'].forEach((name) => clearTimeout(this.#timers[name]));
    this.#hangUp();
    this.#work.abort();
    this.#work = new AbortController();
    this.#polls = false;
    this.#gap = true;
  }

  #go(state, retryAt = null) {
    const previous = this.state;
    if (this.#isUp) this.#frozenAt = this.#heardAt;
    this.state = state;
    const told = { state, previous, retryAt, frozenAt: this.#frozenAt, updatedAt: this.#updatedAt };
    this.#tell('state', told);
  }

  #up(state) {
    if (state === 'live' && this.#polls) {
      this.#polls = false;
      this.#work.abort();
    }
    this.#failures = 0;
    if (this.state !== state) this.#go(state);
  }

  // After a failure only what lasts counts; else it would be up and down each time.
  #hope(state) {
    if (!this.#failures && !this.#polls) this.#up(state);
  }

  #address(path) {
    const query = new URLSearchParams({ client, since: this.#cursor });
    for (const [name, value] of Object.entries(this.#wish)) {
      if (value && value.length !== 0) query.set(name, value);
    }
    return `${location.origin}${base}${path}?${query}`;
  }

  #take(update) {
    this.#cursor = update.cursor;
    this.#heardAt = now();
    update.batteries.forEach((item) => notBefore(item.receivedAt ?? 0));
    if (update.batteries.length) this.#updatedAt = this.#heardAt;
    if (!this.#isUp) this.#up(this.#polls ? 'polling' : 'live');
    this.#tell('update', { ...update, gap: this.#gap, updatedAt: this.#updatedAt });
    this.#gap = false;
  }

  #dial() {
    this.#hangUp = dial(this.#address('/ws/live').replace('http', 'ws'), {
      opened: () => {
        this.#hope('live');
        this.#timer('steady', STEADY, () => {
          this.#refusals = 0;
          this.#up('live');
        });
      },
      heard: (update) => this.#take(update),
      closed: (code, lasted) => this.#closed(code, lasted),
    });
  }

  #closed(code, lasted) {
    clearTimeout(this.#timers.steady);
    if (code === SESSION_ENDED) this.#expire();
    else if (this.#polls) this.#timer('again', SOCKET_AGAIN, () => this.#dial());
    else if (lasted >= STEADY) this.retry();
    else {
      if (this.#isUp) this.#go('connecting');
      this.#inquire();
    }
  }

  // No WebSocket: is it the line, the session, or the server?
  async #inquire() {
    const { signal } = this.#work;
    const { outcome } = await ask(`${base}/api/v1/me`, ANSWER, signal);
    if (signal.aborted) return;
    if (outcome !== 'here') this.#down(outcome);
    else if (++this.#refusals < REFUSALS) this.#timer('retry', PAUSE, () => this.retry());
    else this.#poll(signal);
  }

  async #poll(signal) {
    this.#hope('polling');
    this.#polls = true;
    this.#timer('steady', STEADY, () => this.#up('polling'));
    this.#timer('again', SOCKET_AGAIN, () => this.#dial());
    while (!signal.aborted) {
      const { outcome, body } = await ask(this.#address('/api/v1/live'), POLL, signal);
      if (signal.aborted) return;
      if (outcome !== 'here') return this.#down(outcome);
      this.#take(body);
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  }

  #down(outcome) {
    if (outcome === 'expired') this.#expire();
    else this.#wait();
  }

  #wait() {
    this.#begin();
    const seconds = BACK_OFF[Math.min(this.#failures++, BACK_OFF.length - 1)];
    this.#timer('retry', seconds * 1000, () => this.retry());
    this.#go('offline', now() + seconds * 1000);
  }

  #expire() {
    this.#begin();
    this.#go('expired');
  }

  // Asks whether the server is there; its answer sets the clock too.
  async check() {
    const { signal } = this.#work;
    const { outcome } = await ask(`${base}/api/v1/me`, ANSWER, signal);
    if (!signal.aborted && this.#isUp && outcome !== 'here') this.#down(outcome);
  }

  pause() {
    if (this.state === 'expired') return;
    this.#begin();
    this.#go('paused');
  }

  leave() {
    this.#begin();
  }
}

export const connect = (wish = {}) => new Live(wish);
