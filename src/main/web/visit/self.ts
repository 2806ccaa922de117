import type { Device } from '../media/devices';
import type { Own } from '../media/own';
import { words } from '../media/trouble';
import { copy } from '../page/copy';
import { see } from './dom';
import { here } from './here';
import { Level } from './level';
import { all, announce, byId, icon, say, show, stage, texts, write } from './page';

/** Without an answer for so long, the question has probably not been seen. */
const PENDING_AFTER = 8000;
const NO_WORDS = { title: '', next: '', less: '' };

/** One's own picture and sound before the call, and the buttons that turn them on and off everywhere. */
export class SelfView {
  private readonly level = new Level();
  private readonly video = byId<HTMLVideoElement>('self-video');

  constructor(private readonly own: Own) {
    for (const id of ['turn-on', 'retry', 'room-retry']) byId(id).onclick = () => void this.turnOn();
    byId<HTMLInputElement>('address').value = location.href;
    copy(byId<HTMLButtonElement>('address-copy'));
    for (const button of all('[data-toggle]')) button.onclick = () => void this.toggle(button.dataset.toggle as Device);
  }

  /** Asks for camera and microphone; tells when the question seems to be waiting somewhere unseen. */
  async turnOn(): Promise<void> {
    this.own.wants = { camera: true, microphone: true };
    await this.open();
  }

  async open(): Promise<void> {
    const pending = setTimeout(() => show('pending', true), PENDING_AFTER);
    byId('turn-on').setAttribute('aria-busy', 'true');
    await this.own.open();
    clearTimeout(pending);
    show('pending', false);
    byId('turn-on').removeAttribute('aria-busy');
    this.draw();
  }

  async toggle(device: Device): Promise<void> {
    await this.own.toggle(device);
    const on = this.own.shows[device];
    announce(say(`${device === 'camera' ? 'cam' : 'mic'}.${on ? 'on' : 'off'}`));
  }

  /** Joining: the bar has done its work, and the processor has other things to do. */
  rest(): void {
    this.level.follow(null);
  }

  draw(): void {
    const { camera, microphone } = this.own.shows;
    const { audio, video } = this.own.tracks;
    const before = stage() === 'door' || stage() === 'waiting';
    see(this.video, before && camera ? video : null);
    byId('self').dataset.on = String(camera);
    show('self-off', !camera);
    show('self-label', camera);
    show('ask', !this.own.asked);
    show('devices', this.own.asked);
    show('sound', audio !== null);
    this.level.follow(before && microphone ? audio : null);
    for (const button of all('[data-toggle]')) this.drawToggle(button);
    this.drawTrouble();
  }

  private drawToggle(button: HTMLElement): void {
    const device = button.dataset.toggle as Device;
    const on = this.own.shows[device];
    const name = (device === 'camera' ? 'video' : 'mic') + (on ? '' : '-off');
    button.setAttribute('aria-pressed', String(on));
    if (button.dataset.shows === name) return;
    button.dataset.shows = name;
    button.querySelector('svg')!.replaceWith(icon(name));
  }

  private drawTrouble(): void {
    const trouble = this.own.trouble;
    const { title, next, less } = trouble ? words(texts, trouble.why, trouble.device, here.platform) : NO_WORDS;
    show('trouble', title !== '');
    write('trouble-title', title);
    write('trouble-text', `${next} ${less}`);
    show('address-row', trouble?.why === 'in-app');
    show('room-trouble', title !== '');
    write('room-trouble-text', title && `${title}. ${next}`);
  }
}
