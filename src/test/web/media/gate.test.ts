import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Gate } from '../../../main/web/media/gate';
import type { Outgoing } from '../../../main/web/media/engine';

test('behind a shut gate there is neither picture nor sound, and nothing is said to be shown', () => {
  const own = { tracks: { audio: {}, video: {} }, shows: { camera: true, microphone: true }, stream: {} } as unknown as Outgoing;
  const gate = new Gate(own);
  gate.set(false);
  assert.deepEqual(gate.tracks, { audio: null, video: null });
  assert.deepEqual(gate.shows, { camera: false, microphone: false });
  gate.set(true);
  assert.equal(gate.tracks, own.tracks);
  assert.equal(gate.shows, own.shows);
  assert.equal(gate.stream, own.stream);
});
