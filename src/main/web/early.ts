// The page before the door: asks the server again and again, and shows the door when there is one. What the page says may
// also have changed meanwhile: another time, or called off.
const OFTEN = 10_000;
const SOONEST = 1_000;

const early = document.getElementById('early')!;
const opens = performance.now() + Number(early.dataset.in);

let timer = 0;

function plan(): void {
  clearTimeout(timer);
  const left = opens - performance.now();
  timer = window.setTimeout(() => void look(), Math.max(SOONEST, left > 0 ? Math.min(OFTEN, left) : OFTEN));
}

async function look(): Promise<void> {
  if (document.hidden) return; // looked at again, it asks at once
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (answer.status < 500 && words(await answer.text()) !== early.textContent) return location.reload();
  } catch {
    // no network: the next turn
  }
  plan();
}

function words(page: string): string | null | undefined {
  return new DOMParser().parseFromString(page, 'text/html').getElementById('early')?.textContent;
}

document.addEventListener('visibilitychange', () => !document.hidden && void look());
plan();
