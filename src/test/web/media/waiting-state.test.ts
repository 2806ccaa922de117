import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Waiting } from '../../../main/web/media/messages';
import { far, free, ServerClock, shown, turns, within, type Heard } from '../../../main/web/media/waiting-state';

const MINUTE = 60_000;
const START = Date.parse('2026-11-25T13:30:00Z');

function heard(some: Partial<Waiting> = {}, first = at(0).at): Heard {
  const message: Waiting = {
    type: 'waiting',
    state: 'WAITING',
    responsible: { name: 'Anna Lindgren', title: 'Sjuksköterska' },
    when: 'onsdag 25 november 2026 kl 14:30–15:00',
    starts: at(0),
    note: '',
    now: new Date(START).toISOString(),
    ...some,
  };
  return { message, first };
}

function at(minutes: number): { at: string; said: string } {
  return { at: new Date(START + minutes * MINUTE).toISOString(), said: '' };
}

test('by the clock one is early, waits, and the visit is late when its minute has passed', () => {
  assert.equal(shown(heard(), START - 15 * MINUTE - 1), 'EARLY');
  assert.equal(shown(heard(), START - 15 * MINUTE), 'WAITING');
  assert.equal(shown(heard(), START + MINUTE - 1), 'WAITING');
  assert.equal(shown(heard(), START + MINUTE), 'LATE');
});

test('a promised time stands until it has passed, from however early it is promised', () => {
  const promised = heard({ promised: at(10) });
  assert.equal(shown(promised, START - 60 * MINUTE), 'PROMISED');
  assert.equal(shown(promised, START + 10 * MINUTE - 1), 'PROMISED');
  assert.equal(shown(promised, START + 10 * MINUTE), 'LATE');
});

test('a visit that begins at another time than was first heard has been moved, until that time', () => {
  const moved = heard({}, at(-30).at);
  assert.equal(shown(moved, START - 60 * MINUTE), 'MOVED');
  assert.equal(shown(moved, START), 'MOVED');
  assert.equal(shown(moved, START + MINUTE), 'LATE');
});

test('what the server knows goes before the clock', () => {
  for (const state of ['OPENED', 'KNOCKING', 'HELD', 'FAULT', 'OTHER'] as const) {
    assert.equal(shown(heard({ state, promised: at(10) }, at(5).at), START + 5 * MINUTE), state);
  }
});

test('the next turn is when what is shown may change, and never before now', () => {
  const promised = heard({ promised: at(10) });
  assert.equal(turns(promised, START - 60 * MINUTE), START - 15 * MINUTE);
  assert.equal(turns(promised, START - MINUTE), START + MINUTE);
  assert.equal(turns(promised, START + MINUTE), START + 10 * MINUTE);
  assert.equal(turns(promised, START + 10 * MINUTE), null);
});

test('at every turn, and only there, what is shown becomes another', () => {
  for (const it of [heard(), heard({ promised: at(10) }), heard({}, at(-30).at)]) {
    for (let now = START - 30 * MINUTE; now < START + 30 * MINUTE; now += 7000) {
      const next = turns(it, now) ?? Infinity;
      for (let later = now; later < Math.min(next, now + 40 * MINUTE); later += 11_000) {
        assert.equal(shown(it, later), shown(it, now));
      }
    }
  }
});

test('the place is free when its time has come, and only for one whose link is in use elsewhere', () => {
  const other = heard({ state: 'OTHER', free: at(0).at });
  assert.equal(free(other, START - 1), false);
  assert.equal(free(other, START), true);
  assert.equal(free(heard({ state: 'OTHER' }), START), false);
  assert.equal(free(heard({ free: at(0).at }), START), false);
});

test('a start on another day is told with its day', () => {
  assert.equal(far(heard(), START - 13 * 60 * MINUTE), true);
  assert.equal(far(heard(), START - 60 * MINUTE), false);
});

test("a computer's clock that is wrong is set right by what the server last said", () => {
  const clock = new ServerClock(() => 1000);
  clock.heard(new Date(START).toISOString());
  assert.equal(clock.now(), START);
  clock.heard('');
  assert.equal(clock.now(), START);
});

test('a title gets a small letter inside a sentence, an abbreviation does not', () => {
  assert.equal(within('Sjuksköterska'), 'sjuksköterska');
  assert.equal(within('ST-läkare'), 'ST-läkare');
});
