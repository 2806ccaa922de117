// Kills Vårdrum in the middle of bookings, again and again, and checks after each start that nothing that was answered
// is lost, nothing is there twice, and every invitation goes out once. bin/soak restart [--seed N] [--rounds N]
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { draft, patient, quarter } from '../lib/booking.mjs';
import { Person, text } from '../lib/person.mjs';
import { newHome, start } from '../lib/vardrum.mjs';

const BOOKINGS = 4; // a round
const LATEST_KILL = 400; // ms after the presses
const PATIENCE = 60_000; // ms for the messages to go out

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
let state = Number(values.seed) >>> 0;

/** The next of a row of numbers in [0, 1) that is the same for the same seed. */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

const home = newHome();
const bookings = []; // { draft, visit (once answered), guest }
const problems = [];
let vardrum = await start(home);

for (let round = 1; round <= rounds; round++) {
  const anna = await Person.as(vardrum.url, 'Anna Lindgren');
  const jake = await patient(anna, 'Jake Nordin');
  const begun = [];
  for (let n = 0; n < BOOKINGS; n++) {
    const guest = `guest${bookings.length + n}@example.org`;
    const guests = [{ firstName: 'Maria', lastName: 'Nordin', email: guest }];
    begun.push({ guest, draft: await draft(anna, { patient: jake, ...quarter(bookings.length + n), guests }) });
  }
  bookings.push(...begun);
  const presses = begun.map(async (it) => {
    const answer = await anna.post(`/bookings/${it.draft}/confirm`).catch(() => undefined); // killed: no answer
    if (answer) it.visit = visitOf(answer, it);
  });
  const wait = Math.round(random() * LATEST_KILL);
  await pause(wait); // the moment of the kill is what the seed decides
  await vardrum.kill();
  await Promise.all(presses);
  anna.close();
  const answered = begun.filter((it) => it.visit).length;
  vardrum = await start(home);
  await checkBookings();
  console.log(`round ${round}: killed after ${wait} ms, ${answered} of ${BOOKINGS} answered, up again in ${vardrum.seconds.toFixed(1)} s`);
}
await checkInvitations();
await vardrum.stop();
console.log(`${bookings.length} bookings, ${problems.length} problems`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Presses every draft's last button once more: the answered ones lead to the same visit, the others to one. */
async function checkBookings() {
  const anna = await Person.as(vardrum.url, 'Anna Lindgren');
  for (const it of bookings) {
    const again = visitOf(await anna.post(`/bookings/${it.draft}/confirm`), it);
    if (it.visit && again !== it.visit) problems.push(`${it.guest}: the visit ${it.visit} became ${again}`);
    it.visit = again;
  }
  anna.close();
}

function visitOf(answer, it) {
  const visit = /\/visits\/([0-9a-f-]{36})/.exec(answer.headers.location ?? '')?.[1];
  if (!visit) problems.push(`${it.guest}: ${answer.status} ${text(answer.body).slice(0, 300)}`);
  return visit;
}

async function checkInvitations() {
  const anna = await Person.as(vardrum.url, 'Anna Lindgren');
  const until = Date.now() + PATIENCE;
  for (;;) {
    const letters = await caught(anna);
    const times = bookings.map((it) => letters.filter((letter) => letter.includes(it.guest)).length);
    const late = times.filter((it) => it === 0).length;
    if (late === 0 || Date.now() > until) {
      times.forEach((n, i) => n !== 1 && problems.push(`${bookings[i].guest} got ${n} invitations`));
      return;
    }
    await pause(250);
  }
}

/** All that was caught, page by page. */
async function caught(anna) {
  const letters = [];
  for (let page = '/demo/outbox'; page; ) {
    const { body } = await anna.get(page);
    letters.push(...body.split('<article').slice(1));
    page = /href="(\/demo\/outbox\?before=[^"]+)"/.exec(body)?.[1];
  }
  return letters;
}
