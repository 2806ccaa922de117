import { Mesh } from '../media/mesh';
import type { FromServer, People, Shows, WaitingState } from '../media/messages';
import { Own } from '../media/own';
import type { Kind } from '../media/peer';
import { fromWarm, prewarm, type Warm } from '../media/prewarm';
import { Signalling } from '../media/signalling';
import { chime } from './chime';
import { controls } from './controls';
import { Door } from './door';
import { ownDevices } from './here';
import { Offline } from './offline';
import { announce, byId, enter, facts, say, show, stage, write } from './page';
import { Room } from './room';
import { SelfView } from './self';
import type { Answer } from './server';
import { tell } from './server';
import { Settings } from './settings';
import { Waiting } from './waiting';

const KEPT = 'vardrum.shows';
/** A connection that was closed meanwhile never answers; the room is drawn all the same. */
const OFFERED_WITHIN = 300;

/** One page of one participant, from the door to the end. The server says what is so; this shows it. */
export class Visit {
  private readonly pageId = [...crypto.getRandomValues(new Uint8Array(12))].map((it) => it.toString(16).padStart(2, '0')).join('');
  private readonly devices = ownDevices();
  private readonly own = new Own(this.devices, new MediaStream(), (kind) => this.ownChanged(kind));
  private readonly self = new SelfView(this.own);
  private readonly waiting = new Waiting();
  private readonly room = new Room(this.own, () => this.mesh);
  private readonly offline = new Offline();
  private readonly making = prewarm();
  private warm: Warm = { certificate: null, spare: null };
  private people: People | null = null;
  private readonly live = `${location.origin.replace(/^http/, 'ws')}/visits/${facts.visit}/live?page=${this.pageId}`;
  private readonly signalling = new Signalling(this.live, (it) => this.hear(it), (yes) => this.offline.connected(yes));
  private mesh: Mesh | null = null;
  private waited = false;

  async begin(): Promise<void> {
    new Door(this.own, this.self, this.pageId, (answer) => this.answered(answer));
    new Settings(this.devices, this.own);
    controls(this.self, () => void this.leave());
    byId('again').onclick = () => location.reload();
    addEventListener('online', () => this.wake());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.wake());
    if (facts.joined) return this.comeBack();
    enter('door');
    this.self.draw();
    if (await this.devices.granted()) await this.self.turnOn();
  }

  /** After a reload: in at once, as one was; camera and connection at the same time. */
  private comeBack(): void {
    const kept = sessionStorage.getItem(KEPT);
    if (kept) this.own.wants = JSON.parse(kept) as Shows;
    enter('waiting');
    this.waiting.connecting();
    void this.connect();
    void this.self.open();
  }

  private answered(answer: Answer): void {
    if (answer.kind === 'over') this.over(answer.title, answer.text);
    else void this.connect();
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
        return this.wait(message.state, message.responsible);
      case 'replaced':
        return this.over(say('replaced.title'), say('replaced.text'), say('replaced.again'));
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
    const offered = mesh.welcome(message.you, message.ice, message.people);
    await Promise.race([offered, new Promise((late) => setTimeout(late, OFFERED_WITHIN))]);
    if (mesh === this.mesh) this.enterRoom(this.people);
  }

  private newMesh(): Mesh {
    return new Mesh({
      out: this.own,
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
    this.self.draw();
    this.awake();
    announce(say('in.said'));
    if (this.waited) chime();
    document.title = `${say('in.title')} – ${facts.title}`;
    byId('room-title').focus();
  }

  private wait(state: WaitingState, responsible: { name: string; title: string }): void {
    this.outOfRoom();
    if (state === 'REFUSED' || state === 'REMOVED' || state === 'CANCELLED') return this.noPlace(state);
    this.waited = true;
    const first = enter('waiting');
    this.waiting.show(responsible);
    document.title = facts.title;
    this.self.draw();
    if (!first) return;
    this.awake();
    byId('waiting-title').focus();
    if (!this.own.asked && this.own.wants.microphone) void this.self.open();
  }

  private noPlace(state: 'REFUSED' | 'REMOVED' | 'CANCELLED'): void {
    const key = state.toLowerCase();
    // Staff can take a refusal back, so the socket stays and tells.
    this.over(say(`${key}.title`), say(`${key}.text`, facts.phone), '', state === 'REFUSED');
  }

  private async leave(): Promise<void> {
    await tell('leave');
    this.left();
  }

  private left(): void {
    this.over(say('left.title'), say('left.text'), say('again'));
  }

  private over(title: string, text: string, again = '', listens = false): void {
    if (!listens) this.signalling.stop();
    this.offline.connected(true);
    this.outOfRoom();
    this.own.stop();
    enter('over');
    this.self.draw();
    write('over-title', title);
    write('over-text', text);
    write('again', again);
    show('again', again !== '');
    document.title = `${title} – ${facts.title}`;
    byId('over-title').focus();
  }

  private outOfRoom(): void {
    this.mesh?.close();
    this.mesh = null;
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
    if (stage() === 'door' || stage() === 'over') return;
    this.signalling.wake();
    this.mesh?.wake();
    this.room.tiles.resume();
    this.awake();
    if (this.own.asked) void this.own.revive();
  }

  /** Keeps the screen on; the browser lets go by itself when the page is hidden. */
  private awake(): void {
    void navigator.wakeLock?.request('screen').catch(() => {});
  }
}
