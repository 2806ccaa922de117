// Bookings a second through the wizard's last POST, as a share of what the bare statements of a booking reach over JDBC
// on the same PostgreSQL in the same run; and how long a booker waits. Sixteen bookers, two guests each, durable.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { confirm, draft, patient, quarter } from './lib/booking.mjs';
import { Person, text } from './lib/person.mjs';
import { median, newHome, say, start } from './lib/vardrum.mjs';

const BOOKERS = 16;
const EACH = 50; // bookings of one booker in one phase
const WARM_UP = 600; // the compiler is at rest after some ten thousand bookings
const PHASES = 4;

const vardrum = await start(newHome());
const bookers = await staff();
const patients = await Promise.all(adults().map((it) => patient(bookers[0], it)));
const guests = [
  { firstName: 'Maria', lastName: 'Nordin', mobile: '070-174 06 10' },
  { firstName: 'Per', lastName: 'Nordin', email: 'per@example.org' },
];
let slot = 0;
const bare = bareStatements();

await wizard(WARM_UP);
await sent();
await bare.book(BOOKERS * WARM_UP);
const shares = [];
const rates = { wizard: [], bare: [] };
const waits = [];
for (let phase = 0; phase < PHASES; phase++) {
  const mine = await wizard(EACH);
  await sent(); // the bare phase gets the machine to itself
  const theirs = await bare.book(BOOKERS * EACH * 4);
  rates.wizard.push(mine.rate);
  rates.bare.push(theirs);
  shares.push(mine.rate / theirs);
  waits.push(...mine.waits);
}
bare.end();
await vardrum.stop();
const whole = (all) => all.map((it) => Math.round(it));
say('book', 'ratio', median(shares), 0.3, {
  atLeast: true,
  bookingsPerSecond: whole(rates.wizard),
  barePerSecond: whole(rates.bare),
});
say('book', 'p99-ms', percentile(waits, 0.99), 50, { p50: Math.round(percentile(waits, 0.5) * 10) / 10, bookings: waits.length });

/** Prepares the drafts, then lets every booker press as soon as the one before is answered. */
async function wizard(each) {
  const from = slot;
  slot += each;
  const drafts = await Promise.all(
    bookers.map(async (booker, b) => {
      const made = [];
      for (let n = 0; n < each; n++) made.push(await draft(booker, { patient: patients[b], ...quarter(from + n), guests }));
      return made;
    }),
  );
  await pause(1000); // what the drafts left to do is done
  const waits = [];
  const began = performance.now();
  await Promise.all(
    bookers.map(async (booker, b) => {
      for (const it of drafts[b]) {
        const pressed = performance.now();
        await confirm(booker, it);
        waits.push(performance.now() - pressed);
      }
    }),
  );
  return { rate: (BOOKERS * each * 1000) / (performance.now() - began), waits };
}

/** Waits until no more messages come out. */
async function sent() {
  for (let last; ; ) {
    const now = text((await bookers[0].get('/demo/outbox/messages')).body).slice(0, 2000);
    if (now === last) return;
    last = now;
    await pause(1500);
  }
}

/** Sixteen of the staff of the unit whose patients the demo's are, signed in. */
async function staff() {
  const found = new Map(); // by name: one person may work at two places, but not at two visits at once
  const lines = readFileSync('src/main/resources/data/demo-names.txt', 'utf8').split('\n');
  const women = lines.find((it) => it.startsWith('women: ')).slice('women: '.length).split(' ');
  for (const typed of women) {
    const { body } = await new Person(vardrum.url).get(`/login?q=${encodeURIComponent(typed)}`);
    for (const [, id, name, detail] of body.matchAll(/<span id="[^"]*?([0-9a-f-]{36})">([^<]+)<\/span><small[^>]*>([^<]*)/g))
      if (detail.includes('Testberga vårdcentral')) found.set(name, id);
    if (found.size > 2 * BOOKERS) break;
  }
  const all = [];
  for (const id of found.values()) {
    const person = await Person.by(vardrum.url, id);
    if (person.home.startsWith('/visits')) all.push(person);
    if (all.length === BOOKERS) return all;
  }
  throw new Error(`only ${all.length} of the staff can sign in`);
}

/** As many patients who have a mobile number. */
function adults() {
  return readFileSync('src/main/resources/data/demo-patients.csv', 'utf8')
    .split('\n')
    .filter((it) => it && !it.startsWith('#'))
    .map((it) => it.split(';'))
    .filter(([, , , age, , , special]) => Number(age) >= 18 && !/no-mobile|protected/.test(special ?? ''))
    .slice(0, BOOKERS)
    .map(([first, last]) => `${first} ${last}`);
}

function bareStatements() {
  const driver = readdirSync('target/run/lib').find((it) => /^postgresql-\d/.test(it));
  const classPath = `target/run/lib/${driver}`;
  const program = spawn(`${process.env.JAVA_HOME}/bin/java`, ['-XX:+UseSerialGC', '-Xmx256m', '-cp', classPath, 'bench/lib/BareBooking.java', vardrum.database()], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  return {
    async book(n) {
      program.stdin.write(`${n}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('the bare statements failed');
      return n / (Number(value) / 1e9);
    },
    end: () => program.stdin.end(),
  };
}

function percentile(all, share) {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length * share)];
}
