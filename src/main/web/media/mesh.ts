import { ordinary, type Clock } from './clock';
import type { Engine, Kind, Link, Outgoing } from './engine';
import type { Body, Person } from './messages';
import { Peer } from './peer';

/** Whoever was welcomed last makes the offers; if none came for so long, it was lost. */
const OFFER_EXPECTED_WITHIN = 3000;

/** Bits a second and size for each picture sent, by how many others there are: the uplink carries them all. */
const LIMITS: [others: number, bitrate: number, scale: number][] = [
  [1, 1_500_000, 1],
  [2, 700_000, 1],
  [3, 450_000, 1.5],
  [Infinity, 300_000, 2],
];

export interface MeshSetting {
  out: Outgoing;
  /** The id of the page we are. */
  page: string;
  signal(to: string, page: string, body: Body): void;
  changed(id: string): void;
  certificate?: RTCCertificate | null;
  create?(config: RTCConfiguration): RTCPeerConnection;
  clock?: Clock;
}

type Held = { page: string; attempt: number; peer: Peer; listed: boolean };

/** A connection to everybody else in the call. */
export class Mesh implements Engine {
  private readonly links = new Map<string, Held>();
  private readonly gone = new Set<string>();
  private readonly clock: Clock;
  private me = '';
  private ice: RTCIceServer[] = [];
  private listed: Person[] = [];
  private closed = false;

  constructor(private readonly set: MeshSetting) {
    this.clock = set.clock ?? ordinary;
  }

  link(id: string): Link | undefined {
    return this.links.get(id)?.peer;
  }

  /** Keep what lives, mend what does not, offer to those not connected yet. */
  async welcome(me: string, ice: RTCIceServer[], people: Person[]): Promise<void> {
    const offers: Promise<void>[] = [];
    this.me = me;
    this.ice = ice;
    this.take(people);
    for (const person of people) {
      const link = this.links.get(person.id);
      if (link) {
        link.peer.servers(ice);
        link.peer.wake();
      } else if (person.online && person.page) {
        offers.push(this.connect(person.id, person.page, 0).peer.offer());
      }
    }
    this.limit();
    await Promise.all(offers);
  }

  people(people: Person[]): void {
    this.take(people);
    this.limit();
    for (const person of people) {
      if (person.online && person.page && !this.links.has(person.id)) this.expect(person.id);
    }
  }

  signal(from: string, page: string, body: Body): void {
    if (this.closed || body.to !== this.set.page || this.gone.has(from + page)) return;
    let link = this.links.get(from);
    if (!link || link.page !== page || body.attempt > link.attempt) link = this.connect(from, page, body.attempt);
    if (body.attempt === link.attempt) void link.peer.receive(body);
  }

  trackChanged(kind: Kind): void {
    for (const { peer } of this.links.values()) peer.trackChanged(kind);
  }

  tellShows(): void {
    for (const { peer } of this.links.values()) peer.tellShows();
  }

  wake(): void {
    for (const { peer } of this.links.values()) if (!peer.connected) peer.wake();
  }

  close(): void {
    this.closed = true;
    for (const { peer } of this.links.values()) peer.close();
    this.links.clear();
  }

  private take(people: Person[]): void {
    this.listed = people;
    const here = new Map(people.map((person) => [person.id, person]));
    for (const [id, link] of this.links) {
      const person = here.get(id);
      // A signal may come before the list that names its sender; such a link is kept.
      if (!person && link.listed) this.unlink(id, link);
      else if (person?.page && person.page !== link.page && !this.gone.has(id + person.page)) this.unlink(id, link, true);
      else if (person) link.listed = true;
    }
  }

  private expect(id: string): void {
    this.clock.after(OFFER_EXPECTED_WITHIN, () => {
      const person = this.listed.find((it) => it.id === id);
      if (this.closed || !person?.online || !person.page || this.links.has(id)) return;
      void this.connect(id, person.page, 0).peer.offer();
    });
  }

  private connect(id: string, page: string, attempt: number): Held {
    const old = this.links.get(id);
    if (old) this.unlink(id, old, old.page !== page);
    const peer = new Peer({
      polite: this.me < id,
      config: {
        iceServers: this.ice,
        bundlePolicy: 'max-bundle',
        ...(this.set.certificate ? { certificates: [this.set.certificate] } : {}),
      },
      out: this.set.out,
      send: (body) => this.set.signal(id, page, { to: page, attempt, ...body }),
      changed: () => this.changed(id),
      dead: () => void this.connect(id, page, attempt + 1).peer.offer(),
      create: this.set.create ?? ((config) => new RTCPeerConnection(config)),
      clock: this.clock,
    });
    const link = { page, attempt, peer, listed: this.listed.some((it) => it.id === id) };
    this.links.set(id, link);
    return link;
  }

  private unlink(id: string, link: Held, forGood = false): void {
    if (forGood) this.gone.add(id + link.page);
    link.peer.close();
    this.links.delete(id);
    this.set.changed(id);
  }

  private changed(id: string): void {
    if (this.links.get(id)?.peer.connected) this.limit();
    this.set.changed(id);
  }

  private limit(): void {
    const others = this.links.size;
    const [, bitrate, scale] = LIMITS.find(([most]) => others <= most)!;
    for (const { peer } of this.links.values()) peer.limit(bitrate, scale);
  }
}
