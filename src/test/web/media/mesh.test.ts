import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Mesh } from '../../../main/web/media/mesh';
import type { Body, Person } from '../../../main/web/media/messages';
import { create, FakeClock, FakePeerConnection, outgoing, settled } from './fakes';

/** Pages that hear each other through a server that may be deaf for a while. */
class Room {
  readonly pages = new Map<string, { id: string; mesh: Mesh; sent: Body[] }>();
  deaf = false;

  constructor(private readonly clock: FakeClock) {}

  page(id: string, page: string): Mesh {
    const sent: Body[] = [];
    const mesh = new Mesh({
      out: outgoing(),
      page,
      create,
      clock: this.clock,
      changed: () => {},
      signal: (_to, theirPage, body) => {
        sent.push(body);
        if (!this.deaf) queueMicrotask(() => this.pages.get(theirPage)?.mesh.signal(id, page, structuredClone(body)));
      },
    });
    this.pages.set(page, { id, mesh, sent });
    return mesh;
  }
}

const person = (id: string, page: string | null, online = true): Person =>
  ({ id, page, online, name: id, detail: '', staff: false });
const stable = (pc: FakePeerConnection) => pc.signalingState === 'stable' && pc.remoteDescription !== null;
const made = () => FakePeerConnection.made;

let clock: FakeClock;
let room: Room;

beforeEach(() => {
  clock = new FakeClock();
  room = new Room(clock);
  FakePeerConnection.made = [];
});

async function two(): Promise<{ a: Mesh; b: Mesh }> {
  const a = room.page('a', 'a1');
  const b = room.page('b', 'b1');
  a.welcome('a', [], []);
  b.welcome('b', [], [person('a', 'a1')]);
  a.people([person('b', 'b1')]);
  await settled();
  return { a, b };
}

test('the one who came last offers, and both end agreed with one connection each', async () => {
  await two();
  assert.equal(made().length, 2);
  assert.ok(made().every(stable));
  assert.equal(room.pages.get('b1')!.sent[0]!.description!.type, 'offer');
  assert.equal(room.pages.get('a1')!.sent[0]!.description!.type, 'answer');
});

test('two who are welcomed at the same moment both offer, and still agree', async () => {
  const a = room.page('a', 'a1');
  const b = room.page('b', 'b1');
  a.welcome('a', [], [person('b', 'b1')]);
  b.welcome('b', [], [person('a', 'a1')]);
  await settled();
  assert.equal(made().length, 2);
  assert.ok(made().every(stable));
  // Each sends one sound and one picture: what the loser had prepared is let go.
  assert.ok(made().every((pc) => pc.getTransceivers().length === 2));
  assert.ok(made().every((pc) => pc.getTransceivers().every((it) => it.mid !== null)));
});

test('the one who answers sends its own tracks through what the offer brought', async () => {
  await two();
  const answering = made()[1]!;
  assert.deepEqual(answering.getTransceivers().map((it) => (it.sender.track as { kind: string }).kind), ['audio', 'video']);
});

test('candidates that come before the description wait for it', async () => {
  const a = room.page('a', 'a1');
  a.welcome('a', [], [person('b', 'b1', false)]);
  a.signal('b', 'b1', { to: 'a1', attempt: 0, candidate: { candidate: 'early' } });
  await settled();
  assert.equal(made()[0]!.candidates.length, 0);
  a.signal('b', 'b1', { to: 'a1', attempt: 0, description: { type: 'offer', sdp: 'o' } });
  await settled();
  assert.deepEqual(made()[0]!.candidates, [{ candidate: 'early' }]);
});

test('a new page of the other is a new connection, and what the old page still says is dropped', async () => {
  const { a } = await two();
  const old = made()[1]!;
  const again = room.page('b', 'b2');
  again.welcome('b', [], [person('a', 'a1')]);
  await settled();
  a.people([person('b', 'b2')]);
  assert.ok(old.closed);
  const before = made().length;
  a.signal('b', 'b1', { to: 'a1', attempt: 0, description: { type: 'offer', sdp: 'stale' } });
  await settled();
  assert.equal(made().length, before);
  assert.ok(made().slice(2).every(stable));
});

test('a list that is older than the signal does not undo the new page', async () => {
  const { a } = await two();
  room.page('b', 'b2').welcome('b', [], [person('a', 'a1')]);
  await settled();
  a.people([person('b', 'b1')]);
  assert.equal(made().filter((pc) => !pc.closed).length, 3); // a to b2, b2 to a, and b1's own, which its page took along
  assert.ok(a.link('b'));
});

test('the same page after a new welcome keeps its connection', async () => {
  const { b } = await two();
  made().forEach((pc) => pc.becomes('connected'));
  b.welcome('b', [{ urls: 'turn:fresh' }], [person('a', 'a1')]);
  await settled();
  assert.equal(made().length, 2);
  assert.ok(made().every((pc) => !pc.closed && pc.restarts === 0));
  assert.deepEqual(made()[0]!.config.iceServers, [{ urls: 'turn:fresh' }]);
});

test('somebody who is offline keeps the connection, somebody who is gone does not', async () => {
  const { a } = await two();
  a.people([person('b', 'b1', false)]);
  assert.ok(!made()[1]!.closed);
  a.people([]);
  assert.ok(made()[1]!.closed);
});

test('two seconds without connection restart ICE, and again every two seconds until it is back', async () => {
  await two();
  made().forEach((pc) => pc.becomes('connected'));
  const pc = made()[0]!;
  pc.becomes('disconnected');
  await clock.pass(1900);
  assert.equal(pc.restarts, 0);
  await clock.pass(200);
  assert.equal(pc.restarts, 1);
  await clock.pass(2000);
  assert.equal(pc.restarts, 2);
  pc.becomes('connected');
  await clock.pass(20000);
  assert.equal(pc.restarts, 2);
});

test('an offer that was lost on the way is said again', async () => {
  await two();
  made().forEach((pc) => pc.becomes('connected'));
  const pc = made()[0]!;
  room.deaf = true;
  pc.becomes('disconnected');
  await clock.pass(2100);
  assert.equal(pc.signalingState, 'have-local-offer');
  room.deaf = false;
  await clock.pass(2000);
  assert.ok(made().every(stable));
});

test('after half a minute of failed restarts both make a new connection', async () => {
  await two();
  made().forEach((pc) => pc.becomes('connected'));
  made()[0]!.becomes('disconnected');
  await clock.pass(40000);
  const [first, second, ...fresh] = made();
  assert.ok(first!.closed && second!.closed);
  assert.equal(fresh.length, 2);
  assert.ok(fresh.every(stable));
});

test('an offer that was expected and never came is made by the one who waited', async () => {
  const a = room.page('a', 'a1');
  room.page('b', 'b1').welcome('b', [], []);
  a.welcome('a', [], []);
  a.people([person('b', 'b1')]);
  await clock.pass(2900);
  assert.equal(made().length, 0);
  await clock.pass(200);
  assert.ok(made().every(stable));
  assert.equal(made().length, 2);
});
