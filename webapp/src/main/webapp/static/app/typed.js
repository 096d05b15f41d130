// Keeps what somebody typed on a page, in this tab, while they sign in again. Never passwords.

const KEY = 'tbms-typed';
const NEVER = ['password', 'hidden', 'file', 'submit', 'button', 'reset'];

const here = () => location.pathname + location.search;

// Each field of the page's forms with a name of its own among them.
function* fields() {
  for (const form of document.querySelectorAll('form[method=post]')) {
    const seen = {};
    for (const field of form.elements) {
      if (!field.name || NEVER.includes(field.type)) continue;
      seen[field.name] = (seen[field.name] ?? 0) + 1;
      yield [`${form.getAttribute('action')} ${field.name} ${seen[field.name]}`, field];
    }
  }
}

const isChoice = (field) => field.type === 'checkbox' || field.type === 'radio';

function isChanged(field) {
  if (isChoice(field)) return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((one) => one.selected !== one.defaultSelected);
  return field.value !== field.defaultValue;
}

export function keep(person) {
  const typed = {};
  for (const [name, field] of fields()) {
    if (isChanged(field)) typed[name] = isChoice(field) ? field.checked : field.value;
  }
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ person, page: here(), typed }));
  } catch {
    // Storage is closed to us: nothing can be kept.
  }
}

function taken() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
    return kept;
  } catch {
    return null;
  }
}

// Only to the same person, on the same page; `notice` is shown when anything came back.
export function bringBack(person, notice) {
  const kept = taken();
  if (kept?.person !== person || kept.page !== here()) return;
  let first = null;
  for (const [name, field] of fields()) {
    if (!(name in kept.typed)) continue;
    if (isChoice(field)) field.checked = kept.typed[name];
    else field.value = kept.typed[name];
    first ??= field;
  }
  if (first) {
    first.form.before(notice);
    notice.hidden = false;
    first.focus();
  }
}
