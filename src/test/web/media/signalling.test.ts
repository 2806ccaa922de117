import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Signalling } from '../../../main/web/media/signalling';
import type { FromServer } from '../../../main/web/media/messages';
import { FakeClock, FakeSocket } from './fakes';

let clock: FakeClock;
let sockets: FakeSocket[];
let heard: FromServer[];
let states: boolean[];
let signalling: Signalling;

beforeEach(() => {
  clock = new FakeClock();
  sockets = [];
  heard = [];
  states = [];
  const open = () => {
    sockets.push(new FakeSocket(clock.now()));
    return sockets.at(-1)!;
  };
  signalling = new Signalling('wss://x/live', (it) => heard.push(it), (it) => states.push(it), open, clock);
  signalling.start();
});

test('a socket that cannot be opened is tried again after 0.2, 0.4, 0.8, 1.6 and then every 3 seconds', async () => {
  for (let i = 0; i < 7; i++) {
    sockets.at(-1)!.breaks();
    await clock.pass(3000);
  }
  const waits = sockets.slice(1).map((it, i) => it.openedAt - i * 3000);
  assert.deepEqual(waits, [200, 400, 800, 1600, 3000, 3000, 3000]);
});

test('a word from the server makes the next wait short again', async () => {
  for (let i = 0; i < 4; i++) {
    sockets.at(-1)!.breaks();
    await clock.pass(3000);
  }
  sockets.at(-1)!.opens();
  sockets.at(-1)!.says({ type: 'pong' });
  const before = clock.now();
  sockets.at(-1)!.breaks();
  await clock.pass(250);
  assert.equal(sockets.at(-1)!.openedAt - before, 200);
});

test('it says ping every three seconds and gives up a socket that has not answered for five', async () => {
  const [first] = sockets;
  first!.opens();
  await clock.pass(6100);
  assert.deepEqual(first!.sent, ['{"type":"ping"}', '{"type":"ping"}']);
  await clock.pass(3000);
  assert.equal(first!.readyState, 3);
  assert.deepEqual(states, [true, false]);
  await clock.pass(300);
  assert.equal(sockets.length, 2);
});

test('an answered ping keeps the socket', async () => {
  sockets[0]!.opens();
  for (let i = 0; i < 10; i++) {
    await clock.pass(3000);
    sockets[0]!.says({ type: 'pong' });
  }
  assert.equal(sockets.length, 1);
  assert.equal(heard.length, 10);
});

test('the network coming back does not wait for the next try', async () => {
  for (let i = 0; i < 5; i++) {
    sockets.at(-1)!.breaks();
    await clock.pass(3000);
  }
  sockets.at(-1)!.breaks();
  const before = sockets.length;
  signalling.wake();
  assert.equal(sockets.length, before + 1);
});

test('waking leaves a living socket alone', () => {
  sockets[0]!.opens();
  signalling.wake();
  assert.equal(sockets.length, 1);
});

test('what is said while the socket is away is dropped, and stopping is for good', async () => {
  signalling.signal('b', 'p', { to: 'p', attempt: 0 });
  assert.deepEqual(sockets[0]!.sent, []);
  sockets[0]!.opens();
  signalling.signal('b', 'p', { to: 'p', attempt: 0 });
  assert.deepEqual(sockets[0]!.sent, ['{"type":"signal","to":"b","page":"p","body":{"to":"p","attempt":0}}']);
  signalling.stop();
  signalling.wake();
  await clock.pass(60000);
  assert.equal(sockets.length, 1);
});
