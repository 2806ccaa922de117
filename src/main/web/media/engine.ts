import type { Body, Person, Shows } from './messages';

export type Kind = 'audio' | 'video';
export type Tracks = Record<Kind, MediaStreamTrack | null>;

/** What this page sends, and how it says so; the same to all. */
export interface Outgoing {
  readonly tracks: Tracks;
  readonly shows: Shows;
  /** Holds nothing: its id alone tells the other side that sound and picture belong together. */
  readonly stream: MediaStream;
}

/** The way to one other participant, as the room sees it. */
export interface Link {
  readonly connected: boolean;
  /** True once there has been a connection. */
  readonly wasConnected: boolean;
  /** What comes from there. */
  readonly remote: Tracks;
  /** What the other says it shows. */
  readonly theirs: Shows;
}

/** What carries sound and pictures between those in the call: a mesh today, a media server for larger visits later. */
export interface Engine {
  link(id: string): Link | undefined;
  /** Comes with every new socket; settled when what has to be said first is said. */
  welcome(me: string, ice: RTCIceServer[], people: Person[]): Promise<void>;
  people(people: Person[]): void;
  /** What another page sent by way of the server. */
  signal(from: string, page: string, body: Body): void;
  /** Another track of that kind is to be sent, or none. */
  trackChanged(kind: Kind): void;
  /** What one shows is another now. */
  tellShows(): void;
  /** The network or the page is back. */
  wake(): void;
  close(): void;
}
