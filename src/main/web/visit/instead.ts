import type { Instead as Who } from '../media/messages';
import { within } from '../media/waiting-state';
import { byId, enter, facts, say, show, write } from './page';

const BY_ITSELF = 6000;

/** Another one started than the one who was booked: that is said in words before one comes in, once on a device. */
export class Instead {
  private readonly key = `vardrum.instead.${facts.visit}`;
  private timer = 0;

  /** True when it was not said yet: `then` follows when the reader presses, or in some seconds. */
  say(who: Who | undefined, then: () => void): boolean {
    if (!who || facts.mode === 'STAFF' || sessionStorage.getItem(this.key) === who.name) return false;
    const on = () => {
      this.rest();
      sessionStorage.setItem(this.key, who.name);
      then();
    };
    clearTimeout(this.timer);
    enter('waiting');
    write('instead-title', say('instead.title', who.name, within(who.title), who.of));
    this.show(true);
    byId('instead-go').onclick = on;
    byId('instead-title').focus();
    this.timer = window.setTimeout(on, BY_ITSELF);
    return true;
  }

  /** Nothing to say any more: in, or out again. */
  rest(): void {
    clearTimeout(this.timer);
    this.show(false);
  }

  private show(yes: boolean): void {
    show('instead', yes);
    show('waiting-state', !yes);
    if (!yes) return;
    show('responsible', false); // it names somebody else
    show('waiting-leave', false);
  }
}
