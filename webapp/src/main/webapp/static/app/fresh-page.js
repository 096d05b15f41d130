// A copy of this page as the server would show it now, for parts that only the server can draw.

const PATIENCE = 20_000;

// The document, or that of another address; null when there is none to be had: the connection's
// state is told elsewhere.
export async function freshPage(address = location.href) {
  let markup;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(address, { headers: { Accept: 'text/html' }, signal });
    if (!answer.ok || answer.redirected) return null;
    markup = await answer.text();
  } catch {
    return null; // refused, cut off or too late
  }
  return new DOMParser().parseFromString(markup, 'text/html');
}

// Puts what carries that attribute, with the same value, in place of what stands here.
export function takeParts(fresh, attribute, where = document) {
  for (const part of where.querySelectorAll(`[${attribute}]`)) {
    const now = fresh.querySelector(`[${attribute}="${part.getAttribute(attribute)}"]`);
    if (now && !part.contains(document.activeElement)) {
      part.replaceChildren(...[...now.childNodes].map((node) => document.adoptNode(node)));
    }
  }
}
