import { csrf, fields, SignedOut } from './send.ts';
import { replace } from './refresh.ts';

const PAUSE = 400;

/**
 * <form data-preview="#follows">: while one types, that part of the page shows what pressing the button would mean. It is
 * asked for as the form itself would be sent, with preview=yes; its own button for that is for whoever has no script.
 */
export function preview(form: HTMLFormElement, wire: (root: ParentNode) => void): void {
  const part = form.dataset.preview!;
  let timer = 0;
  let asked: AbortController | undefined;
  form.querySelectorAll<HTMLElement>('[data-without-script]').forEach((it) => (it.hidden = true));

  async function ask(): Promise<void> {
    asked?.abort();
    const mine = (asked = new AbortController());
    const body = fields(form);
    body.set('preview', 'yes');
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: csrf(), signal: mine.signal });
      if (answer.redirected) throw new SignedOut();
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = page.querySelector(part);
      const shown = document.querySelector<HTMLElement>(part);
      if (answer.ok && now && shown && !mine.signal.aborted && shown.innerHTML !== now.innerHTML) replace(shown, now.innerHTML, wire);
    } catch (problem) {
      if (!mine.signal.aborted) console.warn(`preview: ${problem}`); // pressing the button tells what is wrong
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
}
