import type { Clock } from '../../../main/web/media/clock';
import type { Socket } from '../../../main/web/media/signalling';
import type { Outgoing } from '../../../main/web/media/engine';

/** A clock whose hands the test turns. */
export class FakeClock implements Clock {
  private time = 0;
  private timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): unknown {
    const timer = { at: this.time + ms, run };
    this.timers.push(timer);
    return timer;
  }

  cancel(timer: unknown): void {
    this.timers = this.timers.filter((it) => it !== timer);
  }

  async pass(ms: number): Promise<void> {
    const until = this.time + ms;
    for (;;) {
      const next = this.timers.filter((it) => it.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.cancel(next);
      this.time = next.at;
      next.run();
      await settled();
    }
    this.time = until;
  }
}

/** Lets everything that waits for promises run. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 50; i++) await Promise.resolve();
}

export class FakeSocket implements Socket {
  readyState = 0;
  readonly sent: string[] = [];
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;

  constructor(readonly openedAt: number) {}

  send(data: unknown): void {
    this.sent.push(String(data));
  }

  close(): void {
    this.readyState = 3;
  }

  opens(): void {
    this.readyState = 1;
    this.onopen?.({} as never);
  }

  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) } as MessageEvent<string>);
  }

  breaks(): void {
    this.readyState = 3;
    this.onclose?.({} as never);
  }
}

type Sender = { track: unknown; replaceTrack(track: unknown): Promise<void>; setStreams(): void; getParameters(): object };
type Transceiver = { mid: string | null; direction: string; sender: Sender; receiver: { track: { kind: string } }; stopped: boolean; stop(): void };

/** The signalling half of an RTCPeerConnection, enough for negotiation; it connects when the test says so. */
export class FakePeerConnection {
  static made: FakePeerConnection[] = [];
  signalingState: RTCSignalingState = 'stable';
  connectionState: RTCPeerConnectionState = 'new';
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  onnegotiationneeded: (() => void) | null = null;
  onicecandidate: ((event: { candidate: { toJSON(): RTCIceCandidateInit } }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  ontrack: unknown = null;
  readonly transceivers: Transceiver[] = [];
  readonly candidates: RTCIceCandidateInit[] = [];
  restarts = 0;
  closed = false;
  private offers = 0;
  private busy = 0;

  constructor(public config: RTCConfiguration) {
    FakePeerConnection.made.push(this);
  }

  addTransceiver(kind: string | { kind: string }): Transceiver {
    const transceiver = this.transceiver(typeof kind === 'string' ? kind : kind.kind, null);
    this.needNegotiation();
    return transceiver;
  }

  getTransceivers(): Transceiver[] {
    return this.transceivers.filter((it) => !it.stopped);
  }

  async setLocalDescription(): Promise<void> {
    const answer = this.signalingState === 'have-remote-offer';
    this.busy++;
    await Promise.resolve();
    this.busy--;
    this.localDescription = { type: answer ? 'answer' : 'offer', sdp: `${answer ? 'answer' : 'offer'} ${++this.offers}` };
    this.signalingState = answer ? 'stable' : 'have-local-offer';
    if (!answer) this.transceivers.forEach((it, i) => (it.mid ??= String(i)));
  }

  async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    await Promise.resolve();
    if (description.type === 'answer' && this.signalingState !== 'have-local-offer') throw new Error('InvalidStateError');
    if (description.type === 'offer' && this.signalingState === 'have-local-offer') this.rollBack();
    this.remoteDescription = description;
    this.signalingState = description.type === 'offer' ? 'have-remote-offer' : 'stable';
    if (description.type === 'offer' && !this.transceivers.some((it) => it.mid !== null)) {
      ['audio', 'video'].forEach((kind, i) => this.transceiver(kind, String(i)));
    }
  }

  async addIceCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    if (!this.remoteDescription) throw new Error('InvalidStateError');
    this.candidates.push(candidate);
  }

  setConfiguration(config: RTCConfiguration): void {
    this.config = config;
  }

  restartIce(): void {
    this.restarts++;
    this.needNegotiation();
  }

  close(): void {
    this.closed = true;
  }

  becomes(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }

  /** As in the browser: not while another step is under way, and not before the state is stable. */
  private needNegotiation(): void {
    queueMicrotask(() => this.signalingState === 'stable' && this.busy === 0 && this.onnegotiationneeded?.());
  }

  private rollBack(): void {
    this.signalingState = 'stable';
    this.localDescription = null;
    this.transceivers.forEach((it) => (it.mid = null));
  }

  private transceiver(kind: string, mid: string | null): Transceiver {
    const transceiver: Transceiver = {
      mid,
      direction: 'sendrecv',
      stopped: false,
      stop: () => (transceiver.stopped = true),
      receiver: { track: { kind } },
      sender: {
        track: null,
        replaceTrack: async (track) => void (transceiver.sender.track = track),
        setStreams: () => {},
        getParameters: () => ({}),
      },
    };
    this.transceivers.push(transceiver);
    return transceiver;
  }
}

export const create = (config: RTCConfiguration) => new FakePeerConnection(config) as unknown as RTCPeerConnection;

export function outgoing(): Outgoing {
  return {
    tracks: { audio: { kind: 'audio' } as MediaStreamTrack, video: { kind: 'video' } as MediaStreamTrack },
    shows: { camera: true, microphone: true },
    stream: {} as MediaStream,
  };
}
