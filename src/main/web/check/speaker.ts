import { byId, show } from '../visit/dom';
import type { List } from './list';
import { tune } from './tune';

/** A sound to listen for. Whether it was heard cannot be measured, so it is the one thing that is asked. */
export class Speaker {
  private done: (() => void) | null = null;

  constructor(private readonly list: List) {
    byId('play').onclick = () => void this.play();
    byId('heard-again').onclick = () => void this.play();
    byId('heard-yes').onclick = () => this.settle('passed');
    byId('heard-no').onclick = () => this.settle('failed', 'not-heard');
  }

  tried(): Promise<void> {
    this.list.set('speaker', 'running', 'play');
    show('play', true);
    byId('play').focus();
    return new Promise((resolve) => (this.done = resolve));
  }

  private async play(): Promise<void> {
    const button = document.activeElement as HTMLElement | null;
    button?.setAttribute('aria-busy', 'true');
    const played = await tune();
    button?.removeAttribute('aria-busy');
    if (!played) return this.settle('failed', 'not-heard');
    show('play', false);
    show('heard', true);
    byId('heard-yes').focus();
  }

  private settle(state: 'passed' | 'failed' | 'skipped', why = ''): void {
    show('play', false);
    show('heard', false);
    this.list.set('speaker', state, why);
    if (state !== 'skipped') byId('name-speaker').focus();
    this.done?.();
  }

  skip(): void {
    this.settle('skipped');
  }
}
