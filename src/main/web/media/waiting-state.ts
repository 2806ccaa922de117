import type { Waiting } from './messages';

/**
 * What one who waits is shown: one true thing at a time. EARLY, PROMISED, LATE and MOVED are the server's WAITING seen by
 * the clock; AWAY is said by the page alone, when it has not reached the server for long.
 */
export type Shown =
  | 'EARLY'
  | 'WAITING'
  | 'OPENED'
  | 'PROMISED'
  | 'LATE'
  | 'MOVED'
  | 'KNOCKING'
  | 'HELD'
  | 'FAULT'
  | 'OTHER'
  | 'AWAY'
  | 'REFUSED'
  | 'REMOVED'
  | 'CANCELLED';

const MINUTE = 60_000;
const EARLY = 15 * MINUTE;
/** The time is said in minutes: until the next one it has not passed. */
const LATE = MINUTE;
/** So far off, a time needs its day. */
const FAR = 12 * 60 * MINUTE;

/** What the server has said, and when the visit was booked for when this page first heard of it. */
export type Heard = { message: Waiting; first: string };

export function shown({ message, first }: Heard, now: number): Shown {
  if (message.state !== 'WAITING') return message.state;
  const starts = Date.parse(message.starts.at);
  if (message.promised && now < Date.parse(message.promised.at)) return 'PROMISED';
  if (message.starts.at !== first && now < starts + LATE) return 'MOVED';
  if (now < starts - EARLY) return 'EARLY';
  return now < starts + LATE ? 'WAITING' : 'LATE';
}

/** When the clock alone may change what is shown; null when only the server can. */
export function turns({ message }: Heard, now: number): number | null {
  const starts = Date.parse(message.starts.at);
  const all = [starts - EARLY, starts + LATE, Date.parse(message.promised?.at ?? ''), Date.parse(message.free ?? '')];
  const coming = all.filter((it) => it > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}

/** The place that is in use in another browser can be had: join again. */
export function free({ message }: Heard, now: number): boolean {
  return message.state === 'OTHER' && message.free !== undefined && now >= Date.parse(message.free);
}

export function far({ message }: Heard, now: number): boolean {
  return Date.parse(message.starts.at) - now > FAR;
}

/** Whoever goes now comes back before the start, or is told of it. */
export function beforeTheStart(it: Shown): boolean {
  return ['EARLY', 'WAITING', 'OPENED', 'PROMISED', 'LATE', 'MOVED'].includes(it);
}

/** The server's clock, by what it last said. */
export class ServerClock {
  private ahead = 0;

  constructor(private readonly own: () => number = Date.now) {}

  heard(now: string): void {
    const said = Date.parse(now);
    if (!Number.isNaN(said)) this.ahead = said - this.own();
  }

  now(): number {
    return this.own() + this.ahead;
  }
}

/** A title as it stands inside a sentence: "Sjuksköterska" with a small letter, "ST-läkare" as it is. */
export function within(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
