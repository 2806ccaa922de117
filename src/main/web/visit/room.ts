import type { Mesh } from '../media/mesh';
import type { People, Person } from '../media/messages';
import type { Own } from '../media/own';
import { announce, facts, say, write } from './page';
import { Panel } from './panel';
import { Tiles } from './tiles';

/** The call as it looks: pictures, the panel, and who came and went in words. */
export class Room {
  readonly tiles: Tiles;
  private readonly panel = new Panel();
  private before: Person[] | null = null;

  constructor(own: Own, mesh: () => Mesh | null) {
    this.tiles = new Tiles(own, mesh);
  }

  show({ people, responsible, waiting = [] }: People): void {
    if (this.before) this.tell(this.before, people);
    this.before = people;
    this.tiles.show(people, facts.ownName);
    this.panel.show(people, waiting, responsible);
    write('room-responsible', responsible ? say('responsible', responsible) : '');
  }

  clear(): void {
    this.before = null;
    this.tiles.clear();
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
