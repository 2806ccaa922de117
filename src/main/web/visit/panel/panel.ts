import type { Knock, People } from '../../media/messages';
import { ServerClock } from '../../media/waiting-state';
import { byId, say, show, write } from '../page';
import { Alarm } from './alarm';
import { Cards } from './cards';
import { DoorControls } from './door';
import { Inside } from './inside';
import { clockTime, joined, person } from './parts';
import { Rows } from './rows';
import { share } from './share';

/** What the page and this part of its script have in common. */
export type Shared = { announce(text: string): void; countInTitle(text: string): void };

/** For staff: who waits, who is inside, the door's lock and what stands on it; and before the start, who waits. */
export class Panel {
  private readonly clock = new ServerClock();
  private readonly cards = new Cards(() => this.clock.now());
  private readonly inside = new Inside();
  private readonly alarm: Alarm;
  private readonly door: DoorControls;
  private readonly before = new Rows<Knock>(byId('lobby-waiting-list'), byId('lobby-waiting-title'), (it) =>
    person('li', it.name, joined(it.detail, say('since', clockTime(it.since))), false),
  );

  constructor(private readonly shared: Shared) {
    this.alarm = new Alarm(shared.countInTitle);
    this.door = new DoorControls(shared.announce);
    share();
    const toggle = byId('panel-toggle');
    toggle.onclick = () => {
      const there = byId('panel');
      const open = there.dataset.open !== 'true';
      there.dataset.open = String(open);
      toggle.setAttribute('aria-expanded', String(open));
    };
  }

  show(now: People): void {
    this.clock.heard(now.now);
    const waiting = now.waiting ?? [];
    const fresh = this.cards.show(waiting).filter((it) => it.state === 'WAITING');
    for (const knock of fresh) this.shared.announce(say('knock', knock.name));
    this.alarm.waiting(waiting.filter((it) => it.state === 'WAITING').length, fresh.length > 0);
    this.inside.show(now.people, now.responsible);
    this.door.show(now);
    write('missing', now.missing ?? '');
    show('missing', Boolean(now.missing));
  }

  lobby(all: Knock[], now: string): void {
    this.clock.heard(now);
    const waiting = all.filter((it) => it.state !== 'REFUSED');
    this.before.show(waiting);
    show('lobby-waiting', true);
    write('lobby-waiting-title', waiting.length > 0 ? say('knocks', waiting.length) : say('knocks.none'));
  }

  /** Out of the call: nobody is rung for any more. */
  clear(): void {
    this.alarm.waiting(0, false);
    show('lobby-waiting', false);
  }
}
