// The script of the pages one works in: finds what carries a behaviour's attribute and gives it that behaviour.
import { autosave } from './page/autosave.ts';
import { combobox } from './page/combobox.ts';
import { confirm, opener } from './page/confirm.ts';
import { copy } from './page/copy.ts';
import { focus } from './page/focus.ts';
import { live } from './page/live.ts';
import { load } from './page/load.ts';
import { once } from './page/once.ts';
import { partial } from './page/partial.ts';
import { preview } from './page/preview.ts';
import { refresh } from './page/refresh.ts';
import { search } from './page/search.ts';
import { tabs } from './page/tabs.ts';
import { waiting } from './page/waiting.ts';

/** Also called for every fragment that is put into the page later. */
function wire(root: ParentNode): void {
  const each = <T extends HTMLElement>(selector: string, give: (it: T) => void) =>
    root.querySelectorAll<T>(selector).forEach(give);
  each<HTMLFormElement>('form[data-confirm]', confirm);
  each<HTMLFormElement>('form[data-into]', (form) => partial(form, wire));
  each<HTMLFormElement>('form[data-live]', live);
  each<HTMLFormElement>('form[method="post"]:not([data-into])', once);
  each<HTMLFormElement>('form[data-autosave]', autosave);
  each<HTMLFormElement>('form[data-preview]', (form) => preview(form, wire));
  each<HTMLInputElement>('input[data-combobox]', combobox);
  each<HTMLInputElement>('input[data-search]', (input) => search(input, wire));
  each<HTMLButtonElement>('button[data-copy]', copy);
  each('[data-dialog]', opener);
  each('[role="tablist"]', tabs);
  each('[data-refresh]', (area) => refresh(area, wire));
  each<HTMLDetailsElement>('details[data-load]', (details) => load(details, wire));
}

wire(document);
const bar = document.querySelector<HTMLElement>('[data-waiting]');
if (bar) waiting(bar);
const summary = document.getElementById('problems');
if (summary) focus(summary);
