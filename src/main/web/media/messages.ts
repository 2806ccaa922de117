/** What goes over the visit's WebSocket: JSON text frames, one object each. */

/** Somebody in the call. `page` is the newest page of that person: a new one means a reload, and a new connection. */
export type Person = {
  id: string;
  name: string;
  detail: string;
  page: string | null;
  online: boolean;
  staff: boolean;
  /** For staff alone: may be put out for good, and not only sent back to wait. */
  mayPutOut?: boolean;
};

/** Somebody who waits, or was refused, as staff see it; the detail says who one claims to be and by which way one came. */
export type Knock = { id: string; name: string; detail: string; since: string; state: 'WAITING' | 'HELD' | 'REFUSED' };

/** What is so for one who is not in the call; Scene.state on the server says when. */
export type WaitingState =
  | 'WAITING' // nobody of the staff is there yet
  | 'OPENED' // a practitioner is there and has not started
  | 'KNOCKING' // the visit runs, and staff let in
  | 'HELD' // sent back to wait
  | 'FAULT' // something is wrong on our side
  | 'OTHER' // the own link is in use in another browser
  | 'REFUSED'
  | 'REMOVED'
  | 'CANCELLED';

/** A moment: `at` for the clock, `said` for the reader. */
export type Time = { at: string; said: string };

export type Waiting = {
  type: 'waiting';
  state: WaitingState;
  responsible: { name: string; title: string };
  /** The booked day and time in full. */
  when: string;
  starts: Time;
  /** Whoever is late has promised to start then. */
  promised?: Time;
  /** What staff tell those who wait; empty for nothing. */
  note: string;
  /** When the place that is in use in another browser will be free: then join again. */
  free?: string;
  /** Who else waits; for staff alone. */
  waiting?: Knock[];
  /** The server's clock. */
  now: string;
};

/** Another one started than the one who was booked. */
export type Instead = { name: string; title: string; of: string };

/** Who waits, whether the door is locked, and what those who wait read: for staff alone. */
export type People = {
  people: Person[];
  responsible: string;
  instead?: Instead;
  waiting?: Knock[];
  locked?: boolean;
  note?: string;
  /** Which interpreter is not there yet, in words for staff; empty for none. */
  missing?: string;
  /** The server's clock. */
  now: string;
};

export type FromServer =
  | Waiting
  | ({ type: 'welcome'; you: string; ice: RTCIceServer[] } & People)
  | ({ type: 'people' } & People)
  | { type: 'signal'; from: string; page: string; body: Body }
  | { type: 'replaced' }
  | { type: 'ended' }
  | { type: 'left' }
  | { type: 'pong' };

export type ToServer = { type: 'signal'; to: string; page: string; body: Body } | { type: 'ping' };

/** What a participant shows to the others right now. */
export type Shows = { camera: boolean; microphone: boolean };

/** Between two pages; `to` is the page it is meant for, since the person may be at a newer one. `attempt` counts their connections: a higher one than known replaces the connection. */
export type Body = {
  to: string;
  attempt: number;
  description?: RTCSessionDescriptionInit;
  candidate?: RTCIceCandidateInit;
  shows?: Shows;
};
