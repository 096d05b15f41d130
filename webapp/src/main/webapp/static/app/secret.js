// Copies what is shown once.
import './frame.js';

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]');
  if (!button) {
    return;
  }
  const shown = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(shown.textContent);
    button.querySelector('span').textContent = button.dataset.copied;
  } catch {
    // The clipboard is closed to us (plain HTTP): marked, it can be copied by hand.
    getSelection().selectAllChildren(shown);
  }
});
