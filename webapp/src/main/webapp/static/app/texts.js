// The texts of this page, and its numbers and times: one language, one zone.

import { formats } from './format.js';

const texts = JSON.parse(document.getElementById('texts').textContent);

// A text of the bundle; {0}, {1} … are replaced.
export const text = (key, ...values) =>
  texts[key].replace(/\{(\d)\}/g, (hole, i) => values[i]);

export const f = formats(document.documentElement.lang, document.body.dataset.zone);
