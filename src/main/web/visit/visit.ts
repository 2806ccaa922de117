import type { Kind } from '../media/engine';
import type { FromServer, Shows, Waiting as WaitingMessage } from '../media/messages';
import { Own } from '../media/own';
import { Signalling } from '../media/signalling';
import { Awake } from './awake';
import { Call } from './call';
import { chime } from './chime';
import { controls } from './controls';
import { Door } from './door';
import { end } from './end';
import { ownDevices } from './here';
import { Offline } from './offline';
import { announce, byId, enter, facts, newPageId, pause, problem, say, stage } from './page';
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

/** One page of one participant, from the door to the end. The server says what is so; this shows it. */
export class Visit {
  private readonly pageId = newPageId();
  private readonly devices = ownDevices();
  private readonly own = new Own(this.devices, new MediaStream(), (kind) => this.ownChanged(kind));
  private readonly self = new SelfView(this.own);
  private readonly waiting = new Waiting(() => void this.joinAgain());
  private readonly awake = new Awake();
  private readonly offline = new Offline((yes) => this.waiting.lost(yes));
  private readonly live = `${location.origin.replace(/^http/, 'ws')}/visits/${facts.visit}/live?page=${this.pageId}`;
  private readonly signalling = new Signalling(this.live, (it) => this.hear(it), (yes) => this.offline.connected(yes));
  private readonly call = new Call({
    own: this.own,
    page: this.pageId,
    signal: (to, page, body) => this.signalling.signal(to, page, body),
    comingIn: (seen) => this.comingIn(seen),
    entered: () => this.enterRoom(),
  });
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
    await this.call.prepare();
    this.signalling.start();
  }

  private hear(message: FromServer): void {
    switch (message.type) {
      case 'welcome':
        return void this.call.welcome(message, this.waited);
      case 'people':
        return this.call.now(message);
      case 'signal':
        return this.call.signal(message.from, message.page, message.body);
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

  /** Said before the room takes its place; whoever looks at another tab hears it, and sees it in the title. */
  private async comingIn(seen: boolean): Promise<void> {
    this.waited = false;
    chime('in');
    if (facts.mode === 'STAFF') return;
    urgentTitle(`${say('waiting.in.title')} – ${facts.title}`);
    if (!seen) return;
    this.waiting.letIn();
    announce(say('waiting.in.title'));
    await pause(LETTING_IN);
  }

  private enterRoom(): void {
    if (!enter('room')) return;
    this.waiting.rest();
    this.self.draw();
    void this.awake.hold();
    announce(say('in.said'));
    title(`${say('in.title')} – ${facts.title}`);
    byId('room-title').focus();
  }

  private wait(message: WaitingMessage): void {
    this.call.end();
    if (message.waiting) this.call.room.waiting(message.waiting, message.now);
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
    this.call.end();
    this.own.stop();
    end(what, text, again);
    this.self.draw();
  }

  private ownChanged(kind?: Kind): void {
    this.call.changed(kind);
    this.self.draw();
    sessionStorage.setItem(KEPT, JSON.stringify(this.own.wants));
  }

  /** The network, or the page, is back. */
  private wake(): void {
    calm();
    if (stage() === 'door' || (stage() === 'over' && !this.hopes)) return;
    this.signalling.wake();
    if (stage() === 'over') return;
    this.call.wake();
    void this.awake.hold();
    if (this.own.asked) void this.own.revive();
  }
}
