// Leaves the client's pages when the time to look as that client is over.

const LONGEST_TIMER = 2 ** 31 - 1;

const banner = document.querySelector('[data-support-until]');
if (banner) {
  const now = Number(document.body.dataset.now);
  const left = Number(banner.dataset.supportUntil) - now;
  setTimeout(() => location.assign(banner.dataset.supportThen), Math.min(Math.max(0, left), LONGEST_TIMER));
}
