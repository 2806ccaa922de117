import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judged, median, Probe, speed } from '../../../main/web/media/probe';
import { FakeClock, settled } from './fakes';

const SERVERS = [{ urls: 'turn:turn.example', username: 'u', credential: 'c' }];

type Event = { candidate?: unknown; errorCode?: number };

/** One end of a line with that delay and that many bytes a millisecond. */
class FakeEnd {
  static all: FakeEnd[] = [];
  static delay = 20;
  static bytesPerMs = 1000;
  static clock = new FakeClock();
  connectionState = 'new';
  localDescription = {};
  closed = false;
  readonly channel: FakeChannel;
  private readonly listeners: Record<string, ((event: Event) => void)[]> = {};

  constructor(readonly config: RTCConfiguration) {
    this.channel = new FakeChannel(() => FakeEnd.all.find((it) => it !== this)!.channel);
    FakeEnd.all.push(this);
  }
  addEventListener(name: string, listener: (event: Event) => void) {
    (this.listeners[name] ??= []).push(listener);
  }
  tell(name: string, event: Event = {}) {
    this.listeners[name]?.forEach((it) => it(event));
  }
  createDataChannel = () => this.channel;
  createOffer = async () => ({});
  createAnswer = async () => ({});
  setLocalDescription = async () => {};
  setRemoteDescription = async () => {};
  addIceCandidate = async () => {};
  getStats = async () =>
    new Map([
      ['local', { type: 'local-candidate', relayProtocol: 'tcp' }],
    ]);
  close() {
    this.closed = true;
  }
}

class FakeChannel {
  readyState = 'connecting';
  bufferedAmount = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onbufferedamountlow: (() => void) | null = null;
  private free = 0;
  constructor(private readonly other: () => FakeChannel) {}
  opens() {
    this.readyState = 'open';
    this.onopen?.();
  }
  send(data: string | Uint8Array) {
    const { clock, bytesPerMs, delay } = FakeEnd;
    const bytes = typeof data === 'string' ? data.length : data.byteLength;
    this.bufferedAmount += bytes;
    this.free = Math.max(this.free, clock.now()) + bytes / bytesPerMs;
    clock.after(this.free - clock.now() + delay, () => {
      this.bufferedAmount -= bytes;
      this.other().onmessage?.({ data: typeof data === 'string' ? data : data.buffer });
      if (this.bufferedAmount < 131_072) this.onbufferedamountlow?.();
    });
  }
}

function probe() {
  FakeEnd.all = [];
  FakeEnd.clock = new FakeClock();
  const it = new Probe((config) => new FakeEnd(config) as never, FakeEnd.clock);
  return { it, clock: FakeEnd.clock, result: it.run(SERVERS) };
}

async function opened(delay: number, bytesPerMs: number) {
  const { clock, result } = probe();
  Object.assign(FakeEnd, { delay, bytesPerMs });
  await settled();
  FakeEnd.all.forEach((end) => end.channel.opens());
  await settled();
  await clock.pass(30_000);
  return result;
}

test('a good line is measured: there and back, and how much', async () => {
  const found = await opened(20, 500);
  assert.equal(found.found, 'good');
  assert.equal(found.how, 'tcp');
  assert.ok(Math.abs(found.roundTrip! - 40) <= 1, String(found.roundTrip));
  assert.ok(Math.abs(found.kbits! - 4000) < 200, String(found.kbits));
  assert.ok(FakeEnd.all.every((end) => end.closed));
});

test('a thin line is weak, a thinner one poor, and neither takes long', async () => {
  assert.equal((await opened(20, 50)).found, 'weak');
  assert.equal((await opened(20, 8)).found, 'poor');
  assert.equal((await opened(300, 500)).found, 'weak');
});

test('only the server may be the way', async () => {
  await opened(20, 500);
  for (const end of FakeEnd.all) {
    assert.equal(end.config.iceTransportPolicy, 'relay');
    assert.deepEqual(end.config.iceServers, SERVERS);
  }
});

test('no way to the server is known as soon as the browser has given up', async () => {
  const { result } = probe();
  await settled();
  FakeEnd.all[0]!.tell('icecandidateerror', { errorCode: 701 });
  FakeEnd.all[0]!.tell('icecandidate', { candidate: null });
  assert.deepEqual(await result, { found: 'blocked', how: 'none', roundTrip: null, kbits: null });
});

test('a server that refuses is our fault and not the network’s', async () => {
  const { result } = probe();
  await settled();
  FakeEnd.all[1]!.tell('icecandidateerror', { errorCode: 401 });
  FakeEnd.all[1]!.tell('icecandidate', { candidate: null });
  assert.equal((await result).found, 'fault');
});

test('a line that never opens is blocked after ten seconds', async () => {
  const { clock, result } = probe();
  await settled();
  await clock.pass(10_000);
  assert.equal((await result).found, 'blocked');
});

test('a browser that cannot even begin is a fault', async () => {
  const it = new Probe(() => {
    throw new Error('bad address');
  }, new FakeClock());
  assert.equal((await it.run(SERVERS)).found, 'fault');
});

test('medians, speeds and judgements', () => {
  assert.equal(median([30, 10, 900, 20, 25]), 25);
  assert.equal(speed([]), 0);
  assert.equal(speed([{ at: 0, bytes: 100_000 }, { at: 1000, bytes: 350_000 }]), 2000);
  assert.deepEqual([judged(400, 800), judged(401, 800), judged(20, 799), judged(20, 119), judged(1001, 900)], ['good', 'weak', 'weak', 'poor', 'poor']);
});
