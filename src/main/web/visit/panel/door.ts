import type { People } from '../../media/messages';
import { all, byId, say, show, write } from '../page';
import { busy } from './parts';

/** The lock, and what those who wait read. */
export class DoorControls {
  private locked = false;

  constructor(private readonly announce: (text: string) => void) {
    byId('lock').onclick = () => void this.turn();
    for (const button of all('[data-ready]')) {
      button.onclick = () => void this.write(button, { ready: button.dataset.ready! });
    }
    byId<HTMLFormElement>('note-form').onsubmit = (event) => {
      event.preventDefault();
      void this.own();
    };
    byId('note-clear').onclick = () => void this.clear();
  }

  show({ locked = false, note = '' }: People): void {
    this.locked = locked;
    write('lock-word', say(locked ? 'unlock' : 'lock'));
    write('lock-text', say(locked ? 'lock.shut' : 'lock.open'));
    byId('door-controls').dataset.locked = String(locked);
    write('note-text', note);
    show('note-now', note !== '');
  }

  private async turn(): Promise<void> {
    const next = !this.locked;
    if (await busy(byId('lock'), 'lock', { locked: String(next) })) this.announce(say(next ? 'lock.shut' : 'lock.opened'));
  }

  private async own(): Promise<void> {
    const field = byId<HTMLInputElement>('note-own');
    const text = field.value.trim();
    if (!text) return field.focus();
    if (await this.write(byId('note-send'), { text })) field.value = '';
  }

  private async write(pressed: HTMLElement, fields: Record<string, string>): Promise<boolean> {
    const done = await busy(pressed, 'note', fields);
    if (done) this.announce(say('note.shown'));
    return done;
  }

  private async clear(): Promise<void> {
    if (!(await busy(byId('note-clear'), 'note'))) return;
    this.announce(say('note.gone'));
    byId('note-own').focus();
  }
}
