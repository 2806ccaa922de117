import { element, initials, show, write } from '../page';
import { tell } from '../server';
import { sure } from '../sure';

/** One person with name and detail. */
export function person(tag: 'li' | 'div', name: string, detail: string, staff: boolean): HTMLElement {
  const made = element(tag, 'person');
  const mark = element('span', 'avatar', initials(name));
  mark.dataset.group = staff ? 'staff' : 'guest';
  mark.setAttribute('aria-hidden', 'true');
  const words = element('span', 'grow', name);
  words.append(element('small', '', detail));
  made.append(mark, words);
  return made;
}

/** What follows is said before it is done. */
type Sure = { title: string; text: string };

export type Deed = { verb: string; path: string; word: string; variant: 'primary' | 'secondary' | 'tertiary'; sure?: Sure };

/** A button that does one thing to one person; the list that comes from the server then shows what became of it. */
export function deed({ verb, path, word, variant, sure: asks }: Deed, about: HTMLElement): HTMLButtonElement {
  const made = element('button', 'ds-button', word);
  made.type = 'button';
  made.dataset.variant = variant;
  made.dataset.verb = verb;
  made.dataset.size = 'sm';
  about.id ||= `about-${path.replace('/', '-')}`;
  made.setAttribute('aria-describedby', about.id);
  made.onclick = async () => {
    if (asks && !(await sure(asks.title, asks.text, word))) return;
    await busy(made, path);
  };
  return made;
}

/** Tells the server, and the reader when it did not work. */
export async function busy(pressed: HTMLElement, verb: string, fields: Record<string, string> = {}): Promise<boolean> {
  if (pressed.getAttribute('aria-busy') === 'true') return false;
  pressed.setAttribute('aria-busy', 'true');
  const problem = await tell(verb, fields);
  pressed.removeAttribute('aria-busy');
  write('panel-problem', problem);
  show('panel-problem', problem !== '');
  return problem === '';
}

export function deeds(...buttons: HTMLElement[]): HTMLElement {
  const made = element('div', 'row deeds');
  made.append(...buttons);
  return made;
}

export function clockTime(at: string): string {
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? '' : moment.toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' });
}

export function joined(...parts: string[]): string {
  return parts.filter(Boolean).join(' · ');
}

