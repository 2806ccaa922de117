import { chime } from '../chime';
import { byId, say } from '../page';

const EVERY = 20_000;
const SOUND = 'vardrum.knock-sound';

/** Somebody waits: a sound until that one is seen to, which can be switched off, and a word in the tab's title. */
export class Alarm {
  private timer = 0;
  private many = 0;
  private readonly box = byId<HTMLInputElement>('knock-sound');

  constructor(private readonly inTitle: (text: string) => void) {
    this.box.checked = localStorage.getItem(SOUND) !== 'off';
    this.box.onchange = () => localStorage.setItem(SOUND, this.box.checked ? 'on' : 'off');
  }

  /** @param fresh somebody has just come */
  waiting(many: number, fresh: boolean): void {
    this.many = many;
    this.inTitle(many > 0 ? say('title.waiting', many) : '');
    if (many === 0) return this.stop();
    if (fresh || !this.timer) this.sound();
  }

  private sound(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.sound(), EVERY);
    if (this.box.checked && this.many > 0) chime('knock');
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = 0;
  }
}
