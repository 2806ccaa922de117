import { type Clock } from './clock';
import type { Kind, Link, Outgoing, Tracks } from './engine';
import type { Body, Shows } from './messages';

export interface PeerSetting {
  polite: boolean;
  config: RTCConfiguration;
  out: Outgoing;
  send(body: Omit<Body, 'to' | 'attempt'>): void;
  changed(): void;
  /** Restarting did not help for half a minute: a new connection has to be made. */
  dead(): void;
  create(config: RTCConfiguration): RTCPeerConnection;
  clock: Clock;
}

const KINDS: Kind[] = ['audio', 'video'];
/** A first connection over a relay may need more than the 2 s after which a lost one is restarted. */
const FIRST_RESTART = 4000;
const RESTART_EVERY = 2000;
const SLOWEST_RESTART = 5000;
const GIVE_UP_AFTER = 30000;

/**
 * One connection to one page of one other participant: perfect negotiation (W3C webrtc-pc §10.7), and a watchdog that
 * restarts ICE while there is no connection. Never closed because signalling was away.
 */
export class Peer implements Link {
  readonly remote: Tracks = { audio: null, video: null };
  /** Before the other has said so, what comes is shown. */
  theirs: Shows = { camera: true, microphone: true };

  private readonly pc: RTCPeerConnection;
  private readonly senders: Partial<Record<Kind, RTCRtpSender>> = {};
  private readonly early: RTCIceCandidateInit[] = [];
  private incoming: Promise<void> = Promise.resolve();
  private makingOffer = false;
  private ignoresOffer = false;
  private closed = false;
  private timer: unknown = null;
  private restarts = 0;
  private established = false;
  private lostAt: number;

  constructor(private readonly set: PeerSetting) {
    this.lostAt = set.clock.now();
    this.pc = set.create(set.config);
    this.pc.onnegotiationneeded = () => void this.negotiate();
    this.pc.onicecandidate = ({ candidate }) => candidate && set.send({ candidate: candidate.toJSON() });
    this.pc.onconnectionstatechange = () => this.stateChanged();
    this.pc.ontrack = ({ track }) => {
      this.remote[track.kind as Kind] = track;
      track.onmute = track.onunmute = () => set.changed();
      set.changed();
    };
    this.watch(FIRST_RESTART);
  }

  get connected(): boolean {
    return this.pc.connectionState === 'connected';
  }

  get wasConnected(): boolean {
    return this.established;
  }

  /**
   * Both kinds from the start, with or without a track: turning the camera on later then needs no negotiation. Settled
   * when the offer is said; it is made here and now, not after whatever the page has to draw first.
   */
  offer(): Promise<void> {
    for (const kind of KINDS) {
      const transceiver = this.pc.addTransceiver(this.set.out.tracks[kind] ?? kind, {
        direction: 'sendrecv',
        streams: [this.set.out.stream],
      });
      this.senders[kind] = transceiver.sender;
    }
    return this.negotiate();
  }

  /** What the other page sent, one after the other in the order it came. */
  receive(body: Body): Promise<void> {
    this.incoming = this.incoming.then(() => this.take(body)).catch(() => {
      // A description or candidate that does not fit (stale, or the page is closing): the watchdog mends it.
    });
    return this.incoming;
  }

  trackChanged(kind: Kind): void {
    void this.senders[kind]?.replaceTrack(this.set.out.tracks[kind]).catch(() => {});
  }

  tellShows(): void {
    this.set.send({ shows: this.set.out.shows });
  }

  /** Fresh credentials; used by the next restart. */
  servers(iceServers: RTCIceServer[]): void {
    this.set.config = { ...this.set.config, iceServers };
    this.pc.setConfiguration(this.set.config);
  }

  /** Signalling or the network is back: mend now what is broken, and only that. */
  wake(): void {
    if (this.pc.signalingState === 'have-local-offer') this.describe();
    else if (!this.connected) this.restart();
  }

  /** So that many pictures fit into one uplink. */
  limit(bitrate: number, scale: number): void {
    const sender = this.senders.video;
    if (!sender || !this.connected) return;
    const wanted = sender.getParameters();
    const encoding = wanted.encodings?.[0];
    if (!encoding || (encoding.maxBitrate === bitrate && encoding.scaleResolutionDownBy === scale)) return;
    encoding.maxBitrate = bitrate;
    encoding.scaleResolutionDownBy = scale;
    void sender.setParameters(wanted).catch(() => {});
  }

  close(): void {
    this.closed = true;
    this.set.clock.cancel(this.timer);
    this.pc.onnegotiationneeded = this.pc.onicecandidate = this.pc.onconnectionstatechange = this.pc.ontrack = null;
    for (const kind of KINDS) {
      const track = this.remote[kind];
      if (track) track.onmute = track.onunmute = null;
    }
    this.pc.close();
  }

  private async negotiate(): Promise<void> {
    try {
      this.makingOffer = true;
      await this.pc.setLocalDescription();
      this.describe();
    } catch {
      // An offer that became impossible (rolled back or closed); the next need makes a new one.
    } finally {
      this.makingOffer = false;
    }
  }

  private describe(): void {
    const description = this.pc.localDescription;
    if (description && !this.closed) this.set.send({ description, shows: this.set.out.shows });
  }

  private async take({ description, candidate, shows }: Body): Promise<void> {
    if (this.closed) return;
    if (shows) {
      this.theirs = shows;
      this.set.changed();
    }
    if (description) await this.described(description);
    else if (candidate) await this.candidate(candidate);
  }

  private async described(description: RTCSessionDescriptionInit): Promise<void> {
    const { pc } = this;
    const offer = description.type === 'offer';
    const collision = offer && (this.makingOffer || pc.signalingState !== 'stable');
    this.ignoresOffer = !this.set.polite && collision;
    if (this.ignoresOffer) return;
    if (!offer && pc.signalingState !== 'have-local-offer') return; // said twice after a reconnect
    await pc.setRemoteDescription(description);
    if (offer) {
      this.adopt();
      await pc.setLocalDescription();
      this.describe();
    }
    for (const early of this.early.splice(0)) await pc.addIceCandidate(early).catch(() => {});
  }

  private async candidate(candidate: RTCIceCandidateInit): Promise<void> {
    if (this.ignoresOffer) return;
    if (!this.pc.remoteDescription) this.early.push(candidate);
    else await this.pc.addIceCandidate(candidate);
  }

  /** Send through what the other's offer brought; what we prepared for an offer of our own that lost is let go. */
  private adopt(): void {
    for (const transceiver of this.pc.getTransceivers()) {
      if (transceiver.mid === null) {
        transceiver.stop();
        continue;
      }
      const kind = transceiver.receiver.track.kind as Kind;
      if (this.senders[kind] === transceiver.sender) continue;
      this.senders[kind] = transceiver.sender;
      transceiver.direction = 'sendrecv';
      transceiver.sender.setStreams(this.set.out.stream);
      void transceiver.sender.replaceTrack(this.set.out.tracks[kind]).catch(() => {});
    }
  }

  /** connectionState, not iceConnectionState: Chromium has left the latter at 'disconnected' for good. */
  private stateChanged(): void {
    if (this.connected) {
      this.established = true;
      this.restarts = 0;
      this.set.clock.cancel(this.timer);
      this.timer = null;
    } else if (this.timer === null) {
      this.lostAt = this.set.clock.now();
      this.watch(this.established ? RESTART_EVERY : FIRST_RESTART);
    }
    this.set.changed();
  }

  private watch(ms: number): void {
    this.set.clock.cancel(this.timer);
    this.timer = this.set.clock.after(ms, () => this.restart());
  }

  private restart(): void {
    if (this.closed || this.connected) return;
    if (this.set.clock.now() - this.lostAt >= GIVE_UP_AFTER) return this.set.dead();
    this.watch(Math.min(RESTART_EVERY + Math.max(0, this.restarts++ - 4) * 1000, SLOWEST_RESTART));
    if (this.pc.signalingState === 'have-local-offer') this.describe();
    else if (this.pc.getTransceivers().length === 0) void this.offer(); // the other's offer never came
    else this.pc.restartIce();
  }
}
