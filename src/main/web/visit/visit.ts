import { Gate } from '../media/gate';
import { Mesh } from '../media/mesh';
import type { FromServer, People, Shows, Waiting as WaitingMessage } from '../media/messages';
import { Own } from '../media/own';
import type { Kind } from '../media/peer';
import { fromWarm, prewarm, type Warm } from '../media/prewarm';
import { Signalling } from '../media/signalling';
import { Awake } from './awake';
import { chime } from './chime';
import { controls } from './controls';
import { Door } from './door';
import { end } from './end';
import { ownDevices } from './here';
import { Instead } from './instead';
import { Offline } from './offline';
import { announce, byId, enter, facts, newPageId, pause, problem, say, stage } from './page';
import { Room } from './room';
import { SelfView } from './self';
import type { Answer } from './server';
import { join, tell } from './server';
import { Settings } from './settings';
import { calm, title, urgentTitle } from './title';
import { Waiting } from './waiting';

const KEPT = 'vardrum.shows';
/** This page was replaced by another, and goes on here: the reload asks no second time. */
const HERE = `vardrum.here.${facts.visit}`;
/** So long one reads that one is let in; meanwhile the connections are made. */
const LETTING_IN = 700;
/** A connection that was closed meanwhile never answers; the room is drawn all the same. */
const OFFERED_WITHIN = 300;

/** One page of one participant, from the door to the end. The server says what is so; this shows it. */
export class Visit {
  private readonly pageId = newPageId();
  private readonly devices = ownDevices();
  private readonly own = new Own(this.devices, new MediaStream(), (kind) => this.ownChanged(kind));
  private readonly self = new SelfView(this.own);
  private readonly waiting = new Waiting(() => void this.joinAgain());
  private readonly instead = new Instead();
  private readonly gate = new Gate(this.own);
  private readonly awake = new Awake();
  private readonly room = new Room(this.own, () => this.mesh);
  private readonly offline = new Offline((yes) => this.waiting.lost(yes));
  private readonly making = prewarm();
  private warm: Warm = { certificate: null, spare: null };
  private people: People | null = null;
  private readonly live = `${location.origin.replace(/^http/, 'ws')}/visits/${facts.visit}/live?page=${this.pageId}`;
  private readonly signalling = new Signalling(this.live, (it) => this.hear(it), (yes) => this.offline.connected(yes));
  private mesh: Mesh | null = null;
  private waited = false;
  /** Over, and yet hears: a refusal can be taken back. */
  private hopes = false;

  async begin(): Promise<void> {
    new Door(this.own, this.self, this.pageId, (answer) => this.answered(answer));
    new Settings(this.devices, this.own);
    controls(this.self, () => void this.leave());
    byId('again').onclick = () => location.reload();
    addEventListener('online', () => this.wake());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.wake());
    const here = sessionStorage.getItem(HERE) !== null;
    sessionStorage.removeItem(HERE);
    if (facts.joined) return this.comeBack(() => void this.connect());
    if (here && !facts.asksName) return this.comeBack(() => void this.joinAgain());
    enter('door');
    this.self.draw();
    if (await this.devices.granted()) await this.self.turnOn();
  }

  /** After a reload: in at once, as one was; camera and connection at the same time. */
  private comeBack(go: () => void): void {
    const kept = sessionStorage.getItem(KEPT);
    if (kept) this.own.wants = JSON.parse(kept) as Shows;
    enter('waiting');
    this.waiting.connecting();
    go();
    void this.self.open();
  }

  private answered(answer: Answer): void {
    if (answer.kind === 'over') this.over(answer.title, answer.text);
    else void this.connect();
  }

  /** The place that was in use elsewhere: it may be another one than this page had. */
  private async joinAgain(): Promise<void> {
    this.signalling.stop();
    const answer = await join({ page: this.pageId, device: this.own.result, here: 'true' });
    if (answer.kind === 'joined' || answer.kind === 'over' || this.waited) return this.answered(answer);
    enter('door'); // no place to go back to
    this.self.draw();
  }

  private async connect(): Promise<void> {
    this.warm = await this.making;
    this.signalling.start();
  }

  private hear(message: FromServer): void {
    switch (message.type) {
      case 'welcome':
        return void this.welcome(message);
      case 'people':
        this.people = message;
        this.mesh?.people(message.people);
        if (stage() === 'room') this.room.show(message);
        return;
      case 'signal':
        return this.mesh?.signal(message.from, message.page, message.body);
      case 'waiting':
        return this.wait(message);
      case 'replaced':
        this.over(say('replaced.title'), say('replaced.text'), say('replaced.again'));
        return byId('again').addEventListener('click', () => sessionStorage.setItem(HERE, 'yes'), { capture: true });
      case 'left':
        return this.left();
      case 'ended':
        return this.over(say('ended.title'), say('ended.text'));
    }
  }

  /** The offers go first: the room is drawn while the others answer. */
  private async welcome(message: Extract<FromServer, { type: 'welcome' }>): Promise<void> {
    this.people = message;
    const mesh = (this.mesh ??= this.newMesh());
    const comesIn = stage() !== 'room';
    if (comesIn) this.gate.set(!this.instead.say(message.instead, () => this.letIn(mesh)));
    const offered = mesh.welcome(message.you, message.ice, message.people);
    if (comesIn && this.waited) await this.lettingIn();
    else await Promise.race([offered, pause(OFFERED_WITHIN)]);
    if (mesh === this.mesh && !this.gate.shut) this.enterRoom(this.people);
  }

  /** Said before the room takes its place; whoever looks at another tab hears it, and sees it in the title. */
  private async lettingIn(): Promise<void> {
    this.waited = false;
    chime('in');
    if (facts.mode === 'STAFF') return;
    urgentTitle(`${say('waiting.in.title')} – ${facts.title}`);
    if (this.gate.shut) return;
    this.waiting.letIn();
    announce(say('waiting.in.title'));
    await pause(LETTING_IN);
  }

  /** Read, or some seconds later: now one is seen and heard. */
  private letIn(mesh: Mesh): void {
    if (mesh !== this.mesh || !this.people) return;
    this.gate.set(true);
    mesh.trackChanged('audio');
    mesh.trackChanged('video');
    mesh.tellShows();
    this.enterRoom(this.people);
  }

  private newMesh(): Mesh {
    return new Mesh({
      out: this.gate,
      page: this.pageId,
      certificate: this.warm.certificate,
      create: fromWarm(this.warm),
      signal: (to, page, body) => this.signalling.signal(to, page, body),
      changed: (id) => this.room.tiles.draw(id),
    });
  }

  private enterRoom(people: People): void {
    const first = enter('room');
    this.room.show(people);
    if (!first) return;
    this.waiting.rest();
    this.self.draw();
    void this.awake.hold();
    announce(say('in.said'));
    title(`${say('in.title')} – ${facts.title}`);
    byId('room-title').focus();
  }

  private wait(message: WaitingMessage): void {
    this.outOfRoom();
    if (message.waiting) this.room.waiting(message.waiting, message.now);
    const { state } = message;
    if (state === 'REFUSED' || state === 'REMOVED' || state === 'CANCELLED') return this.noPlace(state);
    this.waited = true;
    this.hopes = false;
    const first = enter('waiting');
    this.waiting.show(message);
    title(facts.title);
    this.self.draw();
    void this.awake.hold();
    if (!first) return;
    byId('waiting-title').focus();
    if (!this.own.asked && this.own.wants.microphone) void this.self.open();
  }

  private noPlace(state: 'REFUSED' | 'REMOVED' | 'CANCELLED'): void {
    if (this.hopes && state === 'REFUSED') return; // said already
    const key = state.toLowerCase();
    // Staff can take a refusal back, so the socket stays and tells.
    this.over(say(`${key}.title`), say(`${key}.text`, facts.phone), '', state === 'REFUSED');
  }

  private async leave(): Promise<void> {
    const said = await tell('leave');
    if (said) problem(said);
    else this.left();
  }

  private left(): void {
    if (stage() === 'over') return; // the server says it too
    this.over(say('left.title'), say(this.waiting.leftKey()), say('again'));
  }

  private over(what: string, text: string, again = '', listens = false): void {
    this.hopes = listens;
    this.waited = false;
    if (!listens) this.signalling.stop();
    this.offline.connected(true);
    this.awake.release();
    this.waiting.rest();
    this.outOfRoom();
    this.own.stop();
    end(what, text, again);
    this.self.draw();
  }

  private outOfRoom(): void {
    this.mesh?.close();
    this.mesh = null;
    this.instead.rest();
    this.gate.set(true);
    this.room.clear();
  }

  private ownChanged(kind?: Kind): void {
    if (kind) this.mesh?.trackChanged(kind);
    else this.mesh?.tellShows();
    this.self.draw();
    this.room.tiles.drawOwn();
    sessionStorage.setItem(KEPT, JSON.stringify(this.own.wants));
  }

  /** The network, or the page, is back. */
  private wake(): void {
    calm();
    if (stage() === 'door' || (stage() === 'over' && !this.hopes)) return;
    this.signalling.wake();
    if (stage() === 'over') return;
    this.mesh?.wake();
    this.room.tiles.resume();
    void this.awake.hold();
    if (this.own.asked) void this.own.revive();
  }
}
