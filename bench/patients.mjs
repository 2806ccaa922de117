// How long a search for a patient takes, from the moment it was due, among a million patients of one unit: a hundred
// searches a second for a minute, by parts of names and by whole numbers, typed by eight of the staff.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Person } from './lib/person.mjs';
import { newHome, say, start } from './lib/vardrum.mjs';

const UNIT = 'Testberga vårdcentral';
const PATIENTS = 1_000_000;
const RATE = 100; // a second
const SECONDS = 60;
const WARM_UP = 1_200; // searches of one of the staff, as fast as they are answered: the compiler is at rest after some ten thousand
const STAFF = ['Anna Lindgren', 'Daniel Ek', 'Eva Holm', 'Karin Sund'];

const vardrum = await start(newHome());
const known = await manyPatients();
let state = 4;
const staff = [];
for (const name of [...STAFF, ...STAFF]) staff.push(await Person.as(vardrum.url, name)); // each at two computers

await Promise.all(
  staff.map(async (person) => {
    for (let n = 0; n < WARM_UP; n++) await search(person, performance.now(), []);
  }),
);
await pause(2000);
const { waits, rate } = await searches(SECONDS);
await vardrum.stop();
const all = waits.map((it) => it.ms).sort((a, b) => a - b);
const ms = (share) => Math.round(all[Math.floor(all.length * share)] * 10) / 10;
const kinds = Object.fromEntries(
  [...new Set(waits.map((it) => it.kind))].map((kind) => {
    const of = waits.filter((it) => it.kind === kind).map((it) => it.ms).sort((a, b) => a - b);
    return [kind, Math.round(of[Math.floor(of.length * 0.99)] * 10) / 10];
  }),
);
say('patients', 'p99-ms', ms(0.99), 20, { p50: ms(0.5), p90: ms(0.9), worst: ms(0.99999), searches: all.length, p99OfKind: kinds });
say('patients', 'searches-per-second', rate, RATE * 0.99, { atLeast: true });

/** So many seconds of searches, each sent when it is due, whatever became of those before. */
async function searches(seconds) {
  const began = performance.now() + 100;
  const waits = [];
  const answers = [];
  for (let n = 0; n < seconds * RATE; n++) {
    const due = began + (n * 1000) / RATE;
    const ahead = due - performance.now();
    if (ahead > 0) await pause(ahead);
    answers.push(search(staff[n % staff.length], due, waits));
  }
  await Promise.all(answers);
  return { waits, rate: (waits.length * 1000) / (performance.now() - began) };
}

async function search(person, due, waits) {
  const { kind, q, hit } = typed();
  const answer = await person.post('/bookings/patients', { q });
  const ms = performance.now() - due;
  waits.push({ kind, ms });
  if (answer.status !== 200 || answer.body.includes('class="choice"') !== hit) throw new Error(`${kind} was answered with ${answer.status}: ${q}\n${answer.body.slice(0, 500)}`);
}

/** What somebody types who looks for one of these patients, or for nobody. */
function typed() {
  const { first, last, number } = known[Math.floor(random() * known.length)];
  const given = first.split(/[ -]/)[0];
  const family = last.split(' ')[0].split("'").at(-1); // of O'Brien two letters are none
  const part = (name, shortest, longest) => name.slice(0, shortest + Math.floor(random() * (longest - shortest + 1)));
  const dashed = `${number.slice(0, 8)}-${number.slice(8)}`;
  const ways = [
    [20, 'beginning', () => part(random() < 0.5 ? given : family, 2, 4)],
    [15, 'one-name', () => (random() < 0.5 ? given : family)],
    [20, 'name-and-beginning', () => `${given} ${part(family, 1, 3)}`],
    [10, 'last-name-first', () => `${family}, ${part(given, 1, 4)}`],
    [10, 'full-name', () => `${first} ${last}`],
    [5, 'two-beginnings', () => `${part(given, 2, 3)} ${part(family, 2, 3)}`],
    [15, 'number', () => (random() < 0.5 ? number : dashed)],
    [3, 'nobody', () => `${given} qx`],
    [2, 'no-number', () => noNumber(number)],
  ];
  let left = random() * 100;
  const [, kind, q] = ways.find(([share]) => (left -= share) < 0);
  return { kind, q: q(), hit: !kind.startsWith('no') };
}

/** A right number that nobody has: ones from 900 on are given to nobody here. */
function noNumber(number) {
  const nine = `${number.slice(2, 8)}9${number.slice(9, 11)}`;
  let sum = 0;
  for (let n = 0; n < 9; n++) {
    const product = Number(nine[n]) * (2 - (n % 2));
    sum += Math.floor(product / 10) + (product % 10);
  }
  return `${number.slice(0, 2)}${nine}${(10 - (sum % 10)) % 10}`;
}

/** Puts them into the database; some of them. */
async function manyPatients() {
  const driver = readdirSync('target/run/lib').find((it) => /^postgresql-\d/.test(it));
  const program = ['-XX:+UseSerialGC', '-Xmx1500m', '-cp', `target/run/lib/${driver}`, 'bench/lib/ManyPatients.java', vardrum.database(), UNIT, String(PATIENTS)];
  const { stdout } = await promisify(execFile)(`${process.env.JAVA_HOME}/bin/java`, program, { maxBuffer: 10_000_000 });
  return stdout
    .trim()
    .split('\n')
    .map((it) => it.split(';'))
    .map(([first, last, number]) => ({ first, last, number }));
}

/** The next of a row of numbers in [0, 1) that is the same every time. */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
