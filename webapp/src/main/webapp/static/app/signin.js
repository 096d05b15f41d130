// The sign-in form: shows the password on demand, and leads to what went wrong.
import './frame.js';

document.querySelector('[data-show-password]').addEventListener('click', (event) => {
  const field = document.getElementById('password');
  const shown = field.type === 'text';
  field.type = shown ? 'password' : 'text';
  event.currentTarget.setAttribute('aria-pressed', String(!shown));
  field.focus();
});

(document.getElementById('signin-error') ?? document.getElementById('email')).focus();
