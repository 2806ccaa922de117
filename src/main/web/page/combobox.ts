import { announce, words } from './announce.ts';
import { Listbox } from './listbox.ts';
import { fragment, withParameter } from './send.ts';

const PAUSE = 120;

/**
 * Suggestions under a field as one types: <input role="combobox" data-combobox="/url" aria-controls="list">. The server
 * answers /url?q=… with <li role="option" data-value="…">. Without script it is a plain field, and the server judges it.
 */
export function combobox(input: HTMLInputElement): void {
  const popup = document.getElementById(input.getAttribute('aria-controls') ?? '');
  if (!popup) return;
  const list = new Listbox(popup, input);
  const hiddenId = input.dataset.comboboxId ? document.querySelector<HTMLInputElement>(input.dataset.comboboxId) : null;
  let asked: AbortController | undefined;
  let timer = 0;

  input.autocomplete = 'off';
  input.setAttribute('aria-autocomplete', 'list');
  close();

  function close(): void {
    clearTimeout(timer);
    asked?.abort();
    list.close();
  }

  async function ask(): Promise<void> {
    asked?.abort(); // an answer to what was typed before must never replace a later one
    const mine = (asked = new AbortController());
    try {
      const html = await fragment(withParameter(input.dataset.combobox!, 'q', input.value), mine.signal);
      if (mine.signal.aborted || document.activeElement !== input) return;
      list.show(html);
      const many = list.options.length;
      if (many === 1) list.mark(list.options[0]); // Enter or Tab takes it
      announce(many === 0 ? words(input, 'hitsNone') : many === 1 ? words(input, 'hitsOne') : words(input, 'hitsMany', many));
    } catch {
      if (!mine.signal.aborted) close(); // the field still takes what one types
    }
  }

  function choose(option: HTMLElement): void {
    input.value = option.dataset.value ?? option.textContent!.trim();
    if (hiddenId) hiddenId.value = option.dataset.id ?? '';
    close();
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  input.addEventListener('input', () => {
    if (hiddenId) hiddenId.value = ''; // what is typed is no longer what was chosen
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener('click', () => !list.open && void ask());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const chosen = list.open ? list.active : null;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.open) list.move(event.key === 'ArrowDown' ? 1 : -1);
      else void ask();
    } else if (chosen && (event.key === 'Home' || event.key === 'End')) {
      event.preventDefault();
      list.mark(list.options.at(event.key === 'Home' ? 0 : -1));
    } else if (chosen && (event.key === 'Enter' || event.key === 'Tab')) {
      if (event.key === 'Enter') event.preventDefault();
      choose(chosen);
    } else if (list.open && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation(); // a dialog around the field stays open
      close();
    } else if (event.key === 'Enter') close();
  });

  const option = (event: Event) => (event.target as Element).closest<HTMLElement>('[role="option"]:not([aria-disabled="true"])');
  // Chosen when the button goes down: between down and up an answer may replace the list under the pointer.
  popup.addEventListener('mousedown', (event) => {
    event.preventDefault(); // the field keeps the focus
    const pressed = option(event);
    if (pressed && event.button === 0) choose(pressed);
  });
  popup.addEventListener('click', (event) => {
    const pressed = option(event);
    if (pressed && list.open) choose(pressed); // a screen reader's click has no mousedown
  });
}
