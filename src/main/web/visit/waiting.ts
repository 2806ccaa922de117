import type { Waiting as Message } from '../media/messages';
import { beforeTheStart, far, free, ServerClock, shown, turns, type Heard, type Shown } from '../media/waiting-state';
import { chime } from './chime';
import { announce, byId, facts, has, initials, say, show, write } from './page';

/** A timer's hand goes no further round. */
const LONGEST = 60 * 60_000;
/** A place that was not free after all is asked for again after so long. */
const AGAIN = 5000;
const COLOURS: Partial<Record<Shown, string>> = { OPENED: 'success', FAULT: 'warning', AWAY: 'warning', OTHER: 'warning' };

/** What one who waits is told: one true state with one instruction, who starts and when, and what staff write. */
export class Waiting {
  private heard: Heard | null = null;
  private readonly clock = new ServerClock();
  private timer = 0;
  private state: Shown | null = null;
  private note: string | null = null;
  private away = false;
  private askedAt = -AGAIN;

  /** @param freed the own place, which was in use in another browser, can be had */
  constructor(private readonly freed: () => void) {}

  connecting(): void {
    write('waiting-title', say('waiting.connecting'));
    write('waiting-text', '');
    for (const id of ['waiting-who', 'waiting-kept', 'waiting-leave', 'waiting-note']) show(id, false);
  }

  show(message: Message): void {
    this.clock.heard(message.now);
    this.heard = { message, first: this.heard?.first ?? message.starts.at };
    responsible(message.responsible);
    for (const id of ['lobby-when', 'room-when']) write(id, message.when);
    this.draw();
  }

  /** The server has been out of reach for long, or is back. */
  lost(yes: boolean): void {
    this.away = yes;
    if (this.heard && this.timer) this.draw();
  }

  /** Not in the waiting room any more. */
  rest(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.state = null;
    this.note = null;
  }

  /** What is true of one who leaves now. */
  leftKey(): string {
    const early = this.state !== null && beforeTheStart(this.state);
    return early ? `left.early.${facts.tellsBy}` : 'left.text';
  }

  letIn(): void {
    this.rest();
    write('waiting-title', say('waiting.in.title'));
    write('waiting-text', say('waiting.in.text'));
    byId('waiting-notice').dataset.color = 'success';
    for (const id of ['waiting-who', 'waiting-kept', 'waiting-leave', 'waiting-note']) show(id, false);
  }

  private draw(): void {
    const heard = this.heard!;
    const now = this.clock.now();
    const state = this.away ? 'AWAY' : shown(heard, now);
    this.plan(heard, now);
    this.say(state, heard, now);
    this.tellNote(state, heard.message.note);
    if (this.state !== null && this.state !== state)
      announce(`${byId('waiting-title').textContent} ${byId('waiting-text').textContent}`);
    this.state = state;
    if (free(heard, now) && now - this.askedAt >= AGAIN) {
      this.askedAt = now;
      this.freed();
    }
  }

  private plan(heard: Heard, now: number): void {
    clearTimeout(this.timer);
    const next = free(heard, now) ? now + AGAIN : (turns(heard, now) ?? now + LONGEST);
    this.timer = window.setTimeout(() => this.draw(), Math.min(next - now, LONGEST) + 20);
  }

  private say(state: Shown, heard: Heard, now: number): void {
    const { message } = heard;
    const name = message.responsible.name;
    const values = [message.starts.said, message.when, name, message.promised?.said ?? '', facts.phone];
    const key = words(state, heard, now);
    write('waiting-title', say(`waiting.${key}.title`, ...values));
    write('waiting-text', say(`waiting.${key}.text`, ...values));
    byId('waiting-notice').dataset.color = COLOURS[state] ?? 'info';
    const before = beforeTheStart(state);
    const patient = facts.mode !== 'STAFF';
    write('waiting-who', before && patient ? who(name) : '');
    show('waiting-who', before && patient);
    show('waiting-kept', patient && !['FAULT', 'AWAY', 'OTHER'].includes(state));
    const leave = before || state === 'OTHER';
    write('waiting-leave', leave ? say(`waiting.leave.${before ? facts.tellsBy : 'NONE'}`) : '');
    show('waiting-leave', leave && patient);
  }

  private tellNote(state: Shown, note: string): void {
    const wanted = state === 'FAULT' ? '' : note;
    write('waiting-note-text', wanted);
    show('waiting-note', wanted !== '');
    if (this.note !== null && wanted && wanted !== this.note) {
      announce(say('waiting.note', wanted));
      chime('note');
    }
    this.note = wanted;
  }
}

/** Staff start, whatever the clock says; a day that is far off is said in full; without a name there is nobody to name. */
function words(state: Shown, heard: Heard, now: number): string {
  if (facts.mode === 'STAFF') return heard.message.responsible.name === facts.ownName ? 'staff.own' : 'staff';
  const key = state.toLowerCase();
  if (state === 'EARLY' && far(heard, now)) return `${key}.far`;
  return heard.message.responsible.name === '' && has(`waiting.${key}.nobody.text`) ? `${key}.nobody` : key;
}

function who(name: string): string {
  const key = facts.letIn ? 'waiting.who.let-in' : 'waiting.who';
  return name ? say(key, name) : say(`${key}.nobody`);
}

function responsible({ name, title }: { name: string; title: string }): void {
  show('responsible', name !== '');
  write('responsible-mark', initials(name));
  write('responsible-name', name);
  write('responsible-title', say('responsible.title', title));
}
