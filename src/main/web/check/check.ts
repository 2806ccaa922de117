import { ordinary } from '../media/clock';
import { Own } from '../media/own';
import { Probe, type Network } from '../media/probe';
import { copy } from '../page/copy';
import { announce, byId, show, write } from '../visit/dom';
import { here, ownDevices } from '../visit/here';
import { Camera, Microphone } from './devices';
import { List } from './list';
import { all, facts, say } from './page';
import { report, save } from './report';
import { keep, servers } from './server';
import { Speaker } from './speaker';
import { fields, NAMES, untried, verdict, type Name } from './steps';

/** Without an answer for so long, the browser's question has probably not been seen. */
const PENDING_AFTER = 8000;

/** The device check: one press begins, and at its end there is always a way on. */
export class Check {
  private readonly steps = untried();
  private readonly list = new List(this.steps);
  private readonly devices = ownDevices();
  private readonly own = new Own(this.devices, new MediaStream(), () => {});
  private readonly camera = new Camera(this.list, this.own);
  private readonly microphone = new Microphone(this.list, this.own);
  private readonly speaker = new Speaker(this.list);
  private addresses: string[] = [];
  private begun = false;
  private finished = false;
  private skip: (() => void) | null = null;

  begin(): void {
    byId('begin').onclick = () => void this.run();
    byId('repeat').onclick = () => location.reload();
    byId('save').onclick = () => this.save();
    byId<HTMLInputElement>('address').value = location.href;
    copy(byId<HTMLButtonElement>('address-copy'));
    for (const button of all('[data-again]')) button.onclick = () => void this.again(button.dataset.again as Name);
    for (const button of all('[data-skip]')) button.onclick = () => this.skipped(button.dataset.skip as Name);
    addEventListener('pagehide', () => this.left());
    this.list.drawAll();
  }

  private async run(): Promise<void> {
    this.begun = true;
    show('begin', false);
    byId('checks').dataset.begun = 'true';
    if (!this.devices.able) return this.unable();
    this.list.set('browser', 'passed');
    byId('name-camera').focus();
    const network = this.network();
    await this.openDevices();
    await this.camera.tried();
    await this.microphone.tried();
    await this.speaker.tried();
    await network;
    this.finish(true);
  }

  /** Nothing can work here; the other steps would only say the same again. */
  private unable(): void {
    this.list.set('browser', 'failed', this.devices.unable());
    for (const name of NAMES) if (name !== 'browser') this.list.set(name, 'skipped');
    this.finish(true);
  }

  /** Asks for both at once; tells when the question seems to be waiting somewhere unseen. */
  private async openDevices(): Promise<void> {
    this.list.set('camera', 'running', 'asking');
    this.list.set('microphone', 'running', 'asking');
    const pending = setTimeout(() => {
      write('result-camera', say('camera.pending'));
      announce(say('camera.pending'));
    }, PENDING_AFTER);
    const opened = this.own.open({ camera: true, microphone: true }).then(() => true);
    const answered = await Promise.race([opened, new Promise<boolean>((no) => (this.skip = () => no(false)))]);
    clearTimeout(pending);
    this.skip = null;
    const trouble = this.own.trouble;
    if (answered && trouble?.device === 'both') this.list.bothFailed(trouble.why);
    if (answered) return;
    for (const name of ['camera', 'microphone'] as const) this.list.set(name, 'skipped', 'no-answer');
    void opened.then(() => this.own.stop()); // an answer that comes later finds nobody waiting
  }

  private skipped(name: Name): void {
    byId(`name-${name}`).focus();
    if (name === 'speaker') this.speaker.skip();
    else if (name === 'microphone' && this.steps.camera.state !== 'running') this.microphone.skip();
    else this.skip?.();
  }

  private async network(): Promise<void> {
    this.list.set('network', 'running');
    const answer = await servers();
    if (answer.kind === 'servers' && answer.ice.length > 0) {
      this.addresses = answer.ice.flatMap((it) => it.urls);
      const probe = new Probe((config) => new RTCPeerConnection(config), ordinary);
      return this.measured(await probe.run(answer.ice));
    }
    const found = answer.kind === 'servers' ? 'direct' : answer.kind === 'offline' ? 'blocked' : 'fault';
    this.measured({ found, how: 'none', roundTrip: null, kbits: null }, answer.kind === 'servers' ? found : answer.kind);
  }

  private measured(network: Network, why: string = network.found): void {
    this.steps.measured = network;
    const state = network.found === 'good' ? 'passed' : network.found === 'blocked' ? 'failed' : 'partly';
    this.list.set('network', state, why);
    const { how, roundTrip, kbits } = network;
    write('numbers', kbits === null ? '' : say('network.numbers', roundTrip ?? '', kbits, how.toUpperCase()));
  }

  private async again(name: Name): Promise<void> {
    byId(`name-${name}`).focus();
    show('verdict', false);
    if (name === 'network') await this.network();
    else if (name === 'speaker') await this.speaker.tried();
    else await this.againDevices(name);
    if (this.finished) this.finish(false);
  }

  /** Both, when both failed: one question is better than two. */
  private async againDevices(name: 'browser' | 'camera' | 'microphone'): Promise<void> {
    const alike = this.steps.camera.why !== '' && this.steps.camera.why === this.steps.microphone.why;
    if (alike) {
      await this.openDevices();
      await this.camera.tried();
      return this.microphone.tried();
    }
    const step = name === 'microphone' ? this.microphone : this.camera;
    step.asking();
    await this.own.open({ [name]: true });
    return step.tried();
  }

  private finish(first: boolean): void {
    this.finished = true;
    this.microphone.stop();
    this.camera.stop();
    this.own.stop();
    const key = verdict(this.steps);
    write('verdict-title', say(`verdict.${key}`));
    write('verdict-text', say(`verdict.${key}.text`, facts.phone));
    write('verdict-kept', facts.kept ? '' : say('kept.no'));
    show('verdict', true);
    byId('go').dataset.variant = 'primary';
    announce(`${say(`verdict.${key}`)} ${say(`verdict.${key}.text`, facts.phone)}`);
    if (first) byId('verdict-title').focus();
    if (facts.kept) void keep(fields(this.steps, here)).then((kept) => write('verdict-kept', say(kept ? 'kept' : 'kept.failed')));
  }

  /** Who closes the page halfway has still shown something: a camera that failed, say. */
  private left(): void {
    const tried = this.steps.camera.state !== 'pending' && this.steps.camera.state !== 'running';
    if (this.begun && tried && !this.finished && facts.kept) void keep(fields(this.steps, here), true);
  }

  private save(): void {
    const language = document.documentElement.lang;
    const at = new Date().toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB', { timeZoneName: 'short' });
    const around = { here, userAgent: navigator.userAgent, host: location.host, servers: this.addresses, at };
    save(report(this.steps, around, say, (name) => this.list.title(name)), say('report.file'));
  }
}
