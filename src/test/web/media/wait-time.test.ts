import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitTime } from '../../../main/web/media/wait-time';

const SINCE = '2026-11-25T13:30:00Z';
const MINUTE = 60_000;

function after(minutes: number) {
  return waitTime(SINCE, Date.parse(SINCE) + minutes * MINUTE);
}

test('from the fifth minute a wait is long, from the fifteenth very long', () => {
  assert.deepEqual(after(4.99), { minutes: 4, kind: 'short' });
  assert.deepEqual(after(5), { minutes: 5, kind: 'long' });
  assert.deepEqual(after(14.99), { minutes: 14, kind: 'long' });
  assert.deepEqual(after(15), { minutes: 15, kind: 'very-long' });
});

test('nobody has waited less than nothing', () => {
  assert.equal(after(-3).minutes, 0);
  assert.equal(waitTime('', 0).minutes, 0);
});
