// Forms about accounts: show a password on demand, and lead to what went wrong.
import './frame.js';

for (const button of document.querySelectorAll('[data-show-password]')) {
  button.addEventListener('click', () => {
    const field = button.parentElement.querySelector('input');
    const shown = field.type === 'text';
    field.type = shown ? 'password' : 'text';
    button.setAttribute('aria-pressed', String(!shown));
    field.focus();
  });
}

(document.getElementById('signin-error') ?? document.querySelector('[data-focus]'))?.focus();
