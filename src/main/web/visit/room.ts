import type { Engine } from '../media/engine';
import type { Knock, People, Person } from '../media/messages';
import type { Own } from '../media/own';
import { announce, facts, say, write } from './page';
import type { Panel } from './panel/panel';
import { Tiles } from './tiles';
import { countInTitle } from './title';

/** The call as it looks: pictures, the panel, and who came and went in words. */
export class Room {
  readonly tiles: Tiles;
  private panel: Panel | null = null;
  private now: People | null = null;
  private lobby: { waiting: Knock[]; now: string } | null = null;
  private before: Person[] | null = null;

  constructor(own: Own, engine: () => Engine | null) {
    this.tiles = new Tiles(own, engine);
    if (facts.staffScript) void this.staff();
  }

  show(now: People): void {
    this.now = now;
    this.lobby = null;
    if (this.before) this.tell(this.before, now.people);
    this.before = now.people;
    this.tiles.show(now.people, facts.ownName);
    this.panel?.show(now);
    write('room-responsible', now.responsible ? say('responsible', now.responsible) : '');
  }

  /** Before the start, for staff: who waits. */
  waiting(waiting: Knock[], now: string): void {
    this.lobby = { waiting, now };
    this.panel?.lobby(waiting, now);
  }

  clear(): void {
    this.now = null;
    this.before = null;
    this.tiles.clear();
    this.panel?.clear();
  }

  /** Staff's own part of the script comes by itself: nobody else pays for it. */
  private async staff(): Promise<void> {
    const part = (await import(facts.staffScript)) as typeof import('../call-staff');
    this.panel = part.panel({ announce, countInTitle });
    if (this.now) this.panel.show(this.now);
    if (this.lobby) this.panel.lobby(this.lobby.waiting, this.lobby.now);
  }

  private tell(before: Person[], now: Person[]): void {
    for (const person of now) {
      const was = before.find((it) => it.id === person.id);
      if (!was) announce(say('joined', person.name));
      else if (was.online && !person.online) announce(say('lost', person.name));
    }
    for (const person of before) if (!now.some((it) => it.id === person.id)) announce(say('left', person.name));
  }
}
