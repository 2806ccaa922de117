import type { Clock } from './clock';

/** What the way through our TURN server came to. */
export interface Network {
  found: Found;
  how: How;
  /** Milliseconds from this page to the server, to this page, and back the same way. */
  roundTrip: number | null;
  /** What went through in a second, up and down at once. */
  kbits: number | null;
}

export type Found =
  | 'good'
  | 'weak' // the picture may stutter, the sound is fine
  | 'poor' // the sound may stutter too
  | 'blocked' // this network lets nothing through to the server
  | 'direct' // there is no such server: calls go straight from browser to browser
  | 'fault' // ours: the server is there and refuses
  | 'skipped';

export type How = 'udp' | 'tcp' | 'tls' | 'none';

/** One picture each way of 640 by 480, and a conversation without waiting for each other. */
const ENOUGH = { kbits: 800, roundTrip: 400 };
/** Sound alone takes 40; with what goes around it, and a little to spare. */
const SOUND = { kbits: 120, roundTrip: 1000 };

const CONNECTS_WITHIN = 10_000;
const PINGS = 7;
const PING_WITHIN = 3000;
const FEWEST = 3;
const PINGS_WITHIN = 3000;
const CHUNK = 16_384;
const MOST = 2_000_000;
const LONGEST = 2500;
const BUFFER = 262_144;
const MORE_THAN_ANYBODY_NEEDS = 100_000;

/** The server answered, and said no: our names and passwords are wrong, or it is full. */
const REFUSALS = [400, 401, 403, 437, 438, 441, 442, 486, 500, 508];

/** Nothing came of it, and that is known. */
class Failed extends Error {
  constructor(readonly found: 'blocked' | 'fault') {
    super(found);
  }
}

/** Two ends in the same page that may only meet at the TURN server: what goes from one to the other has been there. */
export class Probe {
  private ends: RTCPeerConnection[] = [];

  constructor(
    private readonly create: (config: RTCConfiguration) => RTCPeerConnection,
    private readonly clock: Clock,
  ) {}

  /** Never throws, takes some ten seconds at most, and sends two megabytes at most. */
  async run(servers: RTCIceServer[]): Promise<Network> {
    try {
      const [near, far] = await this.within(CONNECTS_WITHIN, this.connected(servers));
      const roundTrip = median(await this.pings(near, far));
      const kbits = await this.rate(near, far);
      return { found: judged(roundTrip, kbits), how: await this.how(), roundTrip, kbits };
    } catch (error) {
      return { found: error instanceof Failed ? error.found : 'fault', how: 'none', roundTrip: null, kbits: null };
    } finally {
      this.stop();
    }
  }

  stop(): void {
    for (const end of this.ends) end.close();
  }

  private within<T>(ms: number, wanted: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = this.clock.after(ms, () => reject(new Failed('blocked')));
      const settled = () => this.clock.cancel(timer);
      wanted.then(resolve, reject).finally(settled);
    });
  }

  private async connected(servers: RTCIceServer[]): Promise<[RTCDataChannel, RTCDataChannel]> {
    const config: RTCConfiguration = { iceServers: servers, iceTransportPolicy: 'relay', bundlePolicy: 'max-bundle' };
    const [near, far] = [this.create(config), this.create(config)];
    this.ends = [near, far];
    const channels = this.ends.map((end) => end.createDataChannel('probe', { negotiated: true, id: 0 }));
    const opened = Promise.all(channels.map(open));
    const refused = Promise.race(this.ends.map(noWay));
    await Promise.race([this.introduce(near, far), refused]);
    await Promise.race([opened, refused]);
    return channels as [RTCDataChannel, RTCDataChannel];
  }

  private async introduce(near: RTCPeerConnection, far: RTCPeerConnection): Promise<void> {
    let know!: () => void;
    const known = new Promise<void>((resolve) => (know = resolve));
    const pass = (from: RTCPeerConnection, to: RTCPeerConnection) =>
      from.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate) void known.then(() => to.addIceCandidate(candidate)).catch(() => {}); // closed meanwhile
      });
    pass(near, far);
    pass(far, near);
    await near.setLocalDescription(await near.createOffer());
    await far.setRemoteDescription(near.localDescription!);
    await far.setLocalDescription(await far.createAnswer());
    await near.setRemoteDescription(far.localDescription!);
    know();
  }

  private async pings(near: RTCDataChannel, far: RTCDataChannel): Promise<number[]> {
    far.onmessage = ({ data }) => far.send(data as string);
    const times: number[] = [];
    const began = this.clock.now();
    for (let n = 0; n < PINGS && (n < FEWEST || this.clock.now() - began < PINGS_WITHIN); n++) {
      const sent = this.clock.now();
      const back = new Promise<void>((resolve) => (near.onmessage = () => resolve()));
      near.send('ping');
      await this.within(PING_WITHIN, back);
      times.push(this.clock.now() - sent);
    }
    return times;
  }

  /** As much as goes through in a moment; what counts is the later part, since a connection starts carefully. */
  private async rate(near: RTCDataChannel, far: RTCDataChannel): Promise<number> {
    const began = this.clock.now();
    const arrived: { at: number; bytes: number }[] = [];
    let [sent, received] = [0, 0];
    let done!: () => void;
    const over = new Promise<void>((resolve) => (done = resolve));
    far.binaryType = 'arraybuffer';
    far.onmessage = ({ data }) => {
      received += (data as ArrayBuffer).byteLength;
      arrived.push({ at: this.clock.now() - began, bytes: received });
      if (received >= MOST) done();
    };
    const more = () => {
      while (sent < MOST && near.readyState === 'open' && near.bufferedAmount < BUFFER) {
        near.send(new Uint8Array(CHUNK));
        sent += CHUNK;
      }
    };
    near.bufferedAmountLowThreshold = BUFFER / 2;
    near.onbufferedamountlow = more;
    const timer = this.clock.after(LONGEST, done);
    more();
    await over;
    this.clock.cancel(timer);
    return speed(arrived);
  }

  /** The best that reaches the server; what was measured may have gone another way that answered sooner. */
  private async how(): Promise<How> {
    const reached = new Set<How>();
    for (const end of this.ends) {
      for (const it of (await end.getStats()).values() as Iterable<RTCStats & { relayProtocol?: How }>) {
        if (it.type === 'local-candidate' && it.relayProtocol) reached.add(it.relayProtocol);
      }
    }
    return (['udp', 'tcp', 'tls'] as const).find((it) => reached.has(it)) ?? 'udp';
  }
}

function open(channel: RTCDataChannel): Promise<void> {
  return new Promise((resolve) => (channel.readyState === 'open' ? resolve() : (channel.onopen = () => resolve())));
}

/** Fails when the browser has tried all it can and got no way to the server, and says whose fault it is. */
function noWay(end: RTCPeerConnection): Promise<never> {
  let ways = 0;
  let refused = false;
  return new Promise((_, reject) => {
    end.addEventListener('icecandidateerror', (event) => {
      refused ||= REFUSALS.includes((event as RTCPeerConnectionIceErrorEvent).errorCode);
    });
    end.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.candidate) ways++;
      else if (!candidate && ways === 0) reject(new Failed(refused ? 'fault' : 'blocked'));
    });
    end.addEventListener('connectionstatechange', () => {
      if (end.connectionState === 'failed') reject(new Failed(refused && ways === 0 ? 'fault' : 'blocked'));
    });
  });
}

export function median(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.ceil(sorted[Math.floor(sorted.length / 2)] ?? 0);
}

/** Kilobits a second from the first third on; bytes count up. */
export function speed(arrived: { at: number; bytes: number }[]): number {
  const last = arrived.at(-1);
  const first = arrived.findLast((it) => it.bytes <= (last?.bytes ?? 0) / 3) ?? arrived[0];
  if (!first || !last) return 0;
  const took = last.at - first.at;
  if (took <= 0) return last.bytes >= MOST ? MORE_THAN_ANYBODY_NEEDS : Math.round((last.bytes * 8) / LONGEST);
  return Math.min(MORE_THAN_ANYBODY_NEEDS, Math.round(((last.bytes - first.bytes) * 8) / took));
}

export function judged(roundTrip: number, kbits: number): 'good' | 'weak' | 'poor' {
  if (kbits >= ENOUGH.kbits && roundTrip <= ENOUGH.roundTrip) return 'good';
  return kbits >= SOUND.kbits && roundTrip <= SOUND.roundTrip ? 'weak' : 'poor';
}
