/** What goes over the visit's WebSocket: JSON text frames, one object each. */

/** Somebody in the call. `page` is the newest page of that person: a new one means a reload, and a new connection. */
export type Person = { id: string; name: string; detail: string; page: string | null; online: boolean; staff: boolean };

/** Somebody in the waiting room, as staff see it. */
export type Knock = { id: string; name: string; detail: string; since: string };

export type WaitingState = 'WAITING' | 'REFUSED' | 'REMOVED' | 'ENDED' | 'CANCELLED';

export type People = { people: Person[]; responsible: string; waiting?: Knock[] };

export type FromServer =
  | { type: 'waiting'; state: WaitingState; responsible: { name: string; title: string } }
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
