// Draws single values into what the server has drawn; the tags of those names are the pattern.
import { format } from './page.js';

const LEVELS = ['stale', 'critical', 'low'];
const IDLE_AMPERES = 0.5;
const IDLE_SHARE_OF_CAPACITY = 0.01;
const SOC_LENGTH = 53;
const RING_LENGTH = 245;
const BULLET_LENGTH = 240;

const parts = document.getElementById('parts').content;

export function put(node, words) {
  if (node && node.textContent !== words) node.textContent = words;
}

export function showValue(node, shown) {
  if ('parts' in node.dataset) {
    put(node.querySelector('.value'), shown.value);
    put(node.querySelector('small'), shown.gap + shown.unit);
  } else {
    put(node, String(shown));
  }
}

export function part(node, name) {
  node.replaceChildren(...parts.querySelector(`[data-part="${name}"]`).cloneNode(true).childNodes);
}

function share(percent, length) {
  return Math.round(Math.max(0, Math.min(100, percent ?? 0)) / 10 * length) / 10;
}

export function fill(element, percent) {
  element.dataset.percent = percent ?? '';
  for (const bar of element.querySelectorAll('[data-soc] .fill')) {
    bar.setAttribute('width', share(percent, SOC_LENGTH));
  }
  for (const ring of element.querySelectorAll('[data-ring]')) {
    const value = String(format.soc1(percent));
    ring.querySelector('.fill').setAttribute('stroke-dasharray', `${share(percent, RING_LENGTH)} 327`);
    ring.setAttribute('aria-label', `${ring.dataset.label} ${value}`);
    put(ring.querySelector('[data-ring-value]'), value);
  }
}

// The colour of the state of charge.
export function tone(element, stale) {
  const { percent: soc } = element.dataset;
  const level = stale ? 'stale' : soc && (soc < 10 ? 'critical' : soc < 20 ? 'low' : '');
  for (const svg of element.querySelectorAll('[data-soc] svg, [data-ring]')) {
    const kind = 'ring' in svg.dataset ? 'ring' : 'soc';
    LEVELS.forEach((each) => svg.classList.toggle(`${kind}-${each}`, each === level));
  }
}

export function flow(element, current) {
  for (const node of element.querySelectorAll('[data-flow]')) {
    const capacity = node.dataset.capacity ?? element.dataset.capacity ?? 0;
    const idle = Math.max(IDLE_AMPERES, IDLE_SHARE_OF_CAPACITY * capacity);
    const way = current === undefined ? 'unknown'
      : Math.abs(current) < idle ? 'idle'
      : current > 0 ? 'charging' : 'discharging';
    if (node.dataset.flow !== way) {
      node.dataset.flow = way;
      part(node, `flow-${way}`);
    }
  }
}

export function mark(svg, value) {
  const { low, high } = svg.dataset;
  let rect = svg.querySelector('.mark');
  if (value === undefined) {
    rect?.remove();
    return;
  }
  if (!rect) {
    rect = document.createElementNS(svg.namespaceURI, 'rect');
    const fixed = { class: 'mark', y: 0, width: 4, height: 14, rx: 2 };
    Object.entries(fixed).forEach(([name, given]) => rect.setAttribute(name, given));
    svg.append(rect);
  }
  rect.setAttribute('x', share((value - low) / (high - low) * 100, BULLET_LENGTH) - 2);
}
