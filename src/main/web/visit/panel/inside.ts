import type { Person } from '../../media/messages';
import { byId, facts, say, write } from '../page';
import { deed, deeds, joined, person } from './parts';
import { Rows } from './rows';

type Seen = Person & { responsible: boolean };

/** Those in the call; whoever is no staff may be asked to wait outside, or be put out. */
export class Inside {
  private readonly rows = new Rows<Seen>(byId('inside-list'), byId('inside-title'), row);

  show(people: Person[], responsible: string): void {
    write('inside-title', say('inside', people.length + 1));
    const all = people.map((it) => ({ ...it, page: null, responsible: it.staff && it.name === responsible }));
    this.rows.show([...all, me(responsible)]);
  }
}

function me(responsible: string): Seen {
  const name = facts.ownName;
  return { id: 'me', name, detail: say('you'), page: null, online: true, staff: true, responsible: name === responsible };
}

function row(it: Seen): HTMLElement {
  const lost = it.online ? '' : say('tile.lost');
  const made = person('li', it.name, joined(it.detail, it.responsible ? say('responsible.mark') : '', lost), it.staff);
  if (it.staff) return made;
  const about = made.querySelector<HTMLElement>('.grow')!;
  const hold = deed({ verb: 'send-back', path: `send-back/${it.id}`, word: say('send-back'), variant: 'tertiary' }, about);
  const sure = { title: say('put-out.title', it.name), text: say('put-out.text') };
  const out = deed({ verb: 'put-out', path: `put-out/${it.id}`, word: say('put-out'), variant: 'tertiary', sure }, about);
  made.append(it.mayPutOut ? deeds(hold, out) : deeds(hold));
  return made;
}
