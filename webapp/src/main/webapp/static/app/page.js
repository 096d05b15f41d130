// What the server has told the page, for its scripts.
import { formats } from './format.js';

const told = document.body.dataset;
const texts = JSON.parse(document.getElementById('texts').textContent);

export const base = told.base;
export const client = told.client;

// Numbers and times in the page's language and zone.
export const format = formats(document.documentElement.lang, told.zone);

// The text of that key, with what belongs in the places of {0}, {1} …
export function text(key, ...given) {
  return (texts[key] ?? key).replace(/\{(\d)\}/g, (_, place) => given[place]);
}
