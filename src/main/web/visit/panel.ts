import type { Knock, Person } from '../media/messages';
import { chime } from './chime';
import { announce, byId, element, facts, initials, say, show, write } from './page';
import { tell } from './server';
import { share } from './share';
import { sure } from './sure';

/** Beside the call, for staff: who waits at the door, who is inside. */
export class Panel {
  private readonly there = document.getElementById('panel');
  private readonly knocks = new Map<string, HTMLElement>();

  constructor() {
    const toggle = document.getElementById('panel-toggle');
    if (!toggle) return;
    share();
    toggle.onclick = () => {
      const open = this.there!.dataset.open !== 'true';
      this.there!.dataset.open = String(open);
      toggle.setAttribute('aria-expanded', String(open));
    };
  }

  show(people: Person[], waiting: Knock[], responsible: string): void {
    if (!this.there) return;
    this.showWaiting(waiting);
    this.showInside(people, responsible);
  }

  private showWaiting(waiting: Knock[]): void {
    for (const [id, card] of this.knocks) {
      if (waiting.some((it) => it.id === id)) continue;
      card.remove();
      this.knocks.delete(id);
    }
    for (const knock of waiting) if (!this.knocks.has(knock.id)) this.add(knock);
    show('knocks', waiting.length > 0);
    write('knocks-title', say('knocks', waiting.length));
  }

  private add(knock: Knock): void {
    const card = knockCard(knock);
    this.knocks.set(knock.id, card);
    byId('knocks-list').append(card);
    announce(say('knock', knock.name));
    chime();
  }

  private showInside(people: Person[], responsible: string): void {
    write('inside-title', say('inside', people.length + 1));
    const rows = people.map((it) => row('li', it.name, roles(it.detail, it.staff && it.name === responsible), it.staff));
    rows.push(row('li', facts.ownName, roles(say('you'), facts.ownName === responsible), true));
    byId('inside-list').replaceChildren(...rows);
  }
}

function knockCard(knock: Knock): HTMLElement {
  const card = element('li', 'knock');
  const who = row('div', knock.name, [knock.detail, time(knock.since)].filter(Boolean).join(' · '), false);
  who.id = `knock-${knock.id}`;
  const admit = button('admit', 'primary', who.id);
  const refuse = button('refuse', 'tertiary', who.id);
  admit.onclick = () => void answer(admit, () => tell(`admit/${knock.id}`));
  refuse.onclick = async () => {
    const certain = await sure(say('refuse.title', knock.name), say('refuse.text'), say('refuse'));
    if (certain) await answer(refuse, () => tell(`refuse/${knock.id}`));
  };
  const actions = element('div', 'row');
  actions.append(admit, refuse);
  card.append(who, actions);
  return card;
}

/** The card goes when the server's next list has no such person; until then the button only waits. */
async function answer(pressed: HTMLButtonElement, does: () => Promise<boolean>): Promise<void> {
  pressed.setAttribute('aria-busy', 'true');
  if (!(await does())) announce(say('problem.again', facts.phone));
  pressed.removeAttribute('aria-busy');
}

function roles(detail: string, responsible: boolean): string {
  return [detail, responsible ? say('responsible.mark') : ''].filter(Boolean).join(' · ');
}

function row(tag: 'li' | 'div', name: string, detail: string, staff: boolean): HTMLElement {
  const made = element(tag, 'person');
  const mark = element('span', 'avatar', initials(name));
  mark.dataset.group = staff ? 'staff' : 'guest';
  mark.setAttribute('aria-hidden', 'true');
  const words = element('span', 'grow', name);
  words.append(element('small', '', detail));
  made.append(mark, words);
  return made;
}

function button(verb: 'admit' | 'refuse', variant: string, about: string): HTMLButtonElement {
  const made = element('button', 'ds-button', say(verb));
  made.type = 'button';
  made.dataset.variant = variant;
  made.setAttribute('aria-describedby', about);
  return made;
}

function time(since: string): string {
  const at = new Date(since);
  return Number.isNaN(at.getTime()) ? '' : at.toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' });
}
