import { facts, say, show, write } from './page';

/** A blink is not worth a word; half a minute is worth a phone number. */
const TOLD_AFTER = 1500;
const LONG_AFTER = 30000;

/** The line that says that the connection to the server is away. */
export class Offline {
  private timers: number[] = [];

  constructor(private readonly long: (yes: boolean) => void) {}

  connected(yes: boolean): void {
    if (yes) {
      this.timers.forEach(clearTimeout);
      this.timers = [];
      show('offline', false);
      this.long(false);
    } else if (this.timers.length === 0) {
      this.timers = [
        window.setTimeout(() => this.tell(say('offline')), TOLD_AFTER),
        window.setTimeout(() => this.away(), LONG_AFTER),
      ];
    }
  }

  private away(): void {
    this.tell(say('offline.long', facts.phone));
    this.long(true);
  }

  private tell(text: string): void {
    write('offline', text);
    show('offline', true);
  }
}
