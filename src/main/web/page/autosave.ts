import { announce, words } from './announce.ts';
import { csrf, fields, SignedOut } from './send.ts';

const PAUSE = 400;
const LONGEST_WAIT = 30_000;
const LATE = 10_000;

/**
 * Keeps a draft on the server while one types: <form data-autosave="/url">, and somewhere in it <p class="saved"
 * data-saved="Sparat" data-failed="…">. Without script the form's own button saves.
 */
export function autosave(form: HTMLFormElement): void {
  const url = form.dataset.autosave!;
  const told = form.querySelector<HTMLElement>('[data-saved]');
  let timer = 0;
  let unsaved = false;
  let failures = 0;
  let sending: AbortController | undefined;

  function tell(state: 'saved' | 'failed' | 'signedOut'): void {
    if (!told || told.dataset.state === state) return;
    told.dataset.state = state;
    told.textContent = words(told, state);
    if (state !== 'saved') announce(told.textContent);
  }

  function plan(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (!unsaved || sending) return;
    unsaved = false;
    const mine = (sending = new AbortController());
    const late = setTimeout(() => mine.abort(LATE), LATE);
    try {
      const answer = await fetch(url, { method: 'POST', body: fields(form), headers: csrf(), signal: mine.signal });
      if (answer.redirected) throw new SignedOut();
      if (!answer.ok) throw new Error(String(answer.status));
      failures = 0;
      if (!unsaved) tell('saved');
    } catch (problem) {
      if (mine.signal.aborted && mine.signal.reason !== LATE) return; // given up by us, on purpose
      unsaved = true;
      failures++;
      tell(problem instanceof SignedOut ? 'signedOut' : 'failed'); // signed in again in another tab, it is saved after all
    } finally {
      clearTimeout(late);
      if (sending === mine) sending = undefined;
    }
    if (unsaved) plan(failures ? Math.min(1000 * 2 ** failures, LONGEST_WAIT) : 0);
  }

  function changed(wait: number): void {
    unsaved = true;
    plan(wait);
  }

  form.addEventListener('input', () => changed(PAUSE));
  form.addEventListener('change', () => changed(0));
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    clearTimeout(timer); // the form itself now carries everything; a late copy must not come after it
    unsaved = false;
    sending?.abort();
    sending = undefined;
  });
  const leave = () => {
    if (!unsaved) return;
    unsaved = false;
    sending?.abort(); // or the older copy could arrive after this one
    sending = undefined;
    fetch(url, { method: 'POST', body: fields(form), headers: csrf(), keepalive: true }).catch(() => changed(PAUSE));
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
  addEventListener('online', () => unsaved && save());
}
