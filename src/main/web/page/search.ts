import { announce } from './announce.ts';
import { fragment, withParameter } from './send.ts';
import { replace } from './refresh.ts';

const PAUSE = 200;
const RETRY = 1000;

/**
 * <input name="q" data-search="/url" data-into="#hits">: the server's answer for what is typed fills the target; what an
 * element in it has in data-announce is said. It is asked for as the form around it would, by GET or POST, and without
 * script that form does the same by a page.
 */
export function search(input: HTMLInputElement, wire: (root: ParentNode) => void): void {
  let timer = 0;
  let asked: AbortController | undefined;

  async function ask(again = false): Promise<void> {
    const area = document.querySelector<HTMLElement>(input.dataset.into!);
    if (!area) return;
    asked?.abort();
    const mine = (asked = new AbortController());
    const posts = input.form?.method === 'post';
    const url = posts ? input.dataset.search! : withParameter(input.dataset.search!, 'q', input.value);
    if (area.dataset.refresh) area.dataset.query = input.value; // or the next refresh would show everything again
    area.setAttribute('aria-busy', 'true');
    try {
      const html = await fragment(url, mine.signal, posts ? new URLSearchParams({ q: input.value }) : undefined);
      if (mine.signal.aborted) return;
      replace(area, html, wire);
      announce(area.querySelector<HTMLElement>('[data-announce]')?.dataset.announce);
    } catch (problem) {
      if (mine.signal.aborted) return;
      console.warn(`search: ${problem}`);
      if (!again) return void (timer = setTimeout(ask, RETRY, true)); // a hiccup of the network
      input.form?.requestSubmit(); // the page itself says what is wrong
    }
    if (asked === mine) area.removeAttribute('aria-busy');
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
}
