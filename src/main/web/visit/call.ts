import type { Engine, Kind } from '../media/engine';
import { Gate } from '../media/gate';
import { Mesh } from '../media/mesh';
import type { Body, FromServer, People } from '../media/messages';
import type { Own } from '../media/own';
import { fromWarm, prewarm, type Warm } from '../media/prewarm';
import { Instead } from './instead';
import { pause, stage } from './page';
import { Room } from './room';

/** A connection that was closed meanwhile never answers; the room is drawn all the same. */
const OFFERED_WITHIN = 300;

interface CallSetting {
  own: Own;
  /** The id of the page we are. */
  page: string;
  signal(to: string, page: string, body: Body): void;
  /** One has waited, and is told that one comes in, before the room takes its place. */
  comingIn(seen: boolean): Promise<void>;
  /** Now the room is to be seen. */
  entered(): void;
}

/** The call, from being let in until one is out: the connections, and the room when it is time for it. */
export class Call {
  readonly room: Room;
  private readonly gate: Gate;
  private readonly instead = new Instead();
  private readonly making = prewarm();
  private warm: Warm = { certificate: null, spare: null };
  private engine: Engine | null = null;
  private people: People | null = null;

  constructor(private readonly set: CallSetting) {
    this.gate = new Gate(set.own);
    this.room = new Room(set.own, () => this.engine);
  }

  /** Before the first socket, so that nothing has to be made while somebody waits. */
  async prepare(): Promise<void> {
    this.warm = await this.making;
  }

  /** The offers go first: the room is drawn while the others answer. */
  async welcome(message: Extract<FromServer, { type: 'welcome' }>, waited: boolean): Promise<void> {
    this.people = message;
    const engine = (this.engine ??= this.newEngine());
    const comesIn = stage() !== 'room';
    if (comesIn) this.gate.set(!this.instead.say(message.instead, () => this.letIn(engine)));
    const offered = engine.welcome(message.you, message.ice, message.people);
    if (comesIn && waited) await this.set.comingIn(!this.gate.shut);
    else await Promise.race([offered, pause(OFFERED_WITHIN)]);
    if (engine === this.engine && !this.gate.shut) this.enterRoom();
  }

  now(people: People): void {
    this.people = people;
    this.engine?.people(people.people);
    if (stage() === 'room') this.room.show(people);
  }

  signal(from: string, page: string, body: Body): void {
    this.engine?.signal(from, page, body);
  }

  changed(kind?: Kind): void {
    if (kind) this.engine?.trackChanged(kind);
    else this.engine?.tellShows();
    this.room.tiles.drawOwn();
  }

  wake(): void {
    this.engine?.wake();
    this.room.tiles.resume();
  }

  end(): void {
    this.engine?.close();
    this.engine = null;
    this.instead.rest();
    this.gate.set(true);
    this.room.clear();
  }

  /** Read, or some seconds later: now one is seen and heard. */
  private letIn(engine: Engine): void {
    if (engine !== this.engine) return;
    this.gate.set(true);
    engine.trackChanged('audio');
    engine.trackChanged('video');
    engine.tellShows();
    this.enterRoom();
  }

  private newEngine(): Engine {
    return new Mesh({
      out: this.gate,
      page: this.set.page,
      certificate: this.warm.certificate,
      create: fromWarm(this.warm),
      signal: this.set.signal,
      changed: (id) => this.room.tiles.draw(id),
    });
  }

  private enterRoom(): void {
    this.set.entered();
    if (this.people) this.room.show(this.people);
  }
}
