import type { Knock } from '../../media/messages';
import { waitTime } from '../../media/wait-time';
import { byId, element, say, show, write } from '../page';
import { clockTime, deed, deeds, joined, person } from './parts';
import { Rows } from './rows';

const COLOURS = { short: 'neutral', long: 'warning', 'very-long': 'danger' };

/** Those who wait, and those who were refused. */
export class Cards {
  private readonly waiting = new Rows<Knock>(byId('knocks-list'), byId('knocks-title'), (it) => this.card(it));
  private readonly refused = new Rows<Knock>(byId('refused-list'), byId('refused-title'), (it) => refusedRow(it));

  /** @param now the server's clock */
  constructor(private readonly now: () => number) {
    setInterval(() => this.age(), 15_000);
  }

  /** Those who came since the last time. */
  show(all: Knock[]): Knock[] {
    const waiting = all.filter((it) => it.state !== 'REFUSED');
    const refused = all.filter((it) => it.state === 'REFUSED');
    const fresh = this.waiting.show(waiting);
    this.refused.show(refused);
    show('knocks', waiting.length > 0);
    show('refused', refused.length > 0);
    write('knocks-title', say('knocks', waiting.length));
    write('refused-title', say('refused', refused.length));
    this.age();
    return fresh;
  }

  private card(it: Knock): HTMLElement {
    const card = element('li', 'knock');
    const who = person('div', it.name, joined(it.detail, say('since', clockTime(it.since))), false);
    const tags = element('p', 'tags');
    if (it.state === 'HELD') tags.append(tag(say('held'), 'info'));
    const age = tag('', 'neutral');
    age.dataset.since = it.since;
    tags.append(age);
    const admit = deed({ verb: 'admit', path: `admit/${it.id}`, word: say('admit'), variant: 'primary' }, who);
    const sure = { title: say('refuse.title', it.name), text: say('refuse.text') };
    const refuse = deed({ verb: 'refuse', path: `refuse/${it.id}`, word: say('refuse'), variant: 'tertiary', sure }, who);
    card.append(who, tags, deeds(admit, refuse));
    return card;
  }

  /** How long they have waited; the colour says it too. Read out only when one looks there. */
  private age(): void {
    for (const tag of byId('knocks-list').querySelectorAll<HTMLElement>('[data-since]')) {
      const { minutes, kind } = waitTime(tag.dataset.since!, this.now());
      const words = say(minutes < 1 ? 'waited.now' : `waited.${kind}`, minutes);
      if (tag.textContent !== words) tag.textContent = words;
      tag.dataset.color = COLOURS[kind];
    }
  }
}

function tag(words: string, colour: string): HTMLElement {
  const made = element('span', 'ds-tag', words);
  made.dataset.color = colour;
  return made;
}

function refusedRow(it: Knock): HTMLElement {
  const row = person('li', it.name, it.detail, false);
  row.append(deed({ verb: 'take-back', path: `take-back/${it.id}`, word: say('take-back'), variant: 'tertiary' }, row.querySelector<HTMLElement>('.grow')!));
  return row;
}
