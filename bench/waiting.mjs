// Ten thousand people wait in three thousand visits, each over a WebSocket of an own session, while fifty bookings a
// second go on: what the node weighs, and how long it takes from a practitioner's "Släpp in" until the one who is let in
// hears it. First on one node, then with half of the sockets on a second one on the same PostgreSQL.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { confirm, draft, patient, quarter } from './lib/booking.mjs';
import { Person } from './lib/person.mjs';
import { open } from './lib/socket.mjs';
import { newHome, say, start } from './lib/vardrum.mjs';

const PEOPLE = 10_000;
const VISITS = 3_000;
const SECONDS = 20; // of each measurement
const BOOKINGS = 50; // a second
const ADMISSIONS = 25; // a second
const PING_EVERY = 3_000; // as the page does
const AT_ONCE = 24; // people who come at the same moment

const options = { VARDRUM_JAVA_OPTIONS: '-Xmx900m' };
const first = await start(newHome(), options);
await visits();
const anna = await Person.as(first.url, 'Anna Lindgren');
const bookers = [];
for (const name of ['Anna Lindgren', 'Daniel Ek', 'Eva Holm', 'Karin Sund']) bookers.push(await Person.as(first.url, name));
const patients = [];
for (const name of ['Ove Berg', 'Fatima Warsame', 'Ylva Åström', 'Hugo Ekdahl']) patients.push(await patient(anna, name));
let slot = 0;
let turn = 0;
const people = await arrive();
let pinging = true;
const pings = ping();

await connect(people, first);
await warm();
await measure('one-node', [first]);

const second = await start(newHome(), { ...options, VARDRUM_DATABASE_URL: first.database().split('?')[0], VARDRUM_DATABASE_USER: 'postgres', VARDRUM_SECRET_FILE: `${first.home}/secret`, VARDRUM_DEMO: 'true' });
await connect(people.filter((_, n) => n % 2), second);
await measure('two-nodes', [first, second]);
pinging = false;
await pings;
for (const it of people) it.socket.end();
await second.stop();
await first.stop();

/** Fifty bookings and twenty-five admissions a second, each when it is due, whatever became of those before. */
async function measure(figure, nodes) {
  const drafts = await prepare(SECONDS * BOOKINGS);
  await pause(2_000);
  const began = performance.now() + 100;
  const waits = [];
  const booked = [];
  let memory = 0;
  const bookings = due(SECONDS * BOOKINGS, BOOKINGS, began, async (n, at) => {
    await confirm(bookers[n % bookers.length], drafts[n]);
    booked.push(performance.now() - at);
  });
  const admissions = due(SECONDS * ADMISSIONS, ADMISSIONS, began, async (n, at) => {
    const person = people[turn++];
    const letIn = new Promise((done) => (person.letIn = done));
    const answer = await anna.post(`/visits/${person.visit}/admit/${person.place}`);
    if (answer.status !== 302 && answer.status !== 204) throw new Error(`not admitted: ${answer.status}`);
    waits.push((await letIn) - at);
    memory = Math.max(memory, ...nodes.map((it) => it.memory()));
  });
  await Promise.all([bookings, admissions]);
  const silent = people.filter((it) => it.closed).length;
  if (silent > 0) throw new Error(`${silent} sockets were lost`);
  say('waiting', `${figure}-admit-p99-ms`, percentile(waits, 0.99), 250, { p50: round(percentile(waits, 0.5)), worst: round(Math.max(...waits)), admissions: waits.length, bookingP99: round(percentile(booked, 0.99)) });
  say('waiting', `${figure}-resident-mb`, memory, 1536, { people: PEOPLE, visits: VISITS });
  say('waiting', `${figure}-bookings-per-second`, (booked.length * 1000) / (Math.max(began + SECONDS * 1000, performance.now()) - began), BOOKINGS * 0.97, { atLeast: true });
}

/** The compiler has seen it all: a few admissions and bookings that are not counted. */
async function warm() {
  const drafts = await prepare(400);
  await Promise.all(bookers.map(async (booker, b) => {
    for (let n = b; n < drafts.length; n += bookers.length) await confirm(booker, drafts[n]);
  }));
  for (let n = 0; n < 200; n++) {
    const person = people[turn++];
    const letIn = new Promise((done) => (person.letIn = done));
    await anna.post(`/visits/${person.visit}/admit/${person.place}`);
    await letIn;
  }
}

async function due(count, rate, began, does) {
  const all = [];
  for (let n = 0; n < count; n++) {
    const at = began + (n * 1000) / rate;
    const ahead = at - performance.now();
    if (ahead > 0) await pause(ahead);
    all.push(does(n, at));
  }
  await Promise.all(all);
}

async function prepare(count) {
  const from = slot;
  const each = Math.ceil(count / bookers.length);
  slot += each;
  const made = new Array(each * bookers.length);
  await Promise.all(bookers.map(async (booker, b) => {
    for (let n = 0; n < each; n++) made[n * bookers.length + b] = await draft(booker, { patient: patients[b], ...quarter(from + n, 60) });
  }));
  return made;
}

/** Everybody comes by the general link of a visit, in a browser of one's own: name, role, and a place to wait. */
async function arrive() {
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const page = await get(`${first.url}/b/${token(0)}`);
  const guard = /name="csrf" content="([^"]+)"/.exec(page.body)[1];
  const cookie = page.cookies.find((it) => /xsrf/i.test(it));
  const all = new Array(PEOPLE);
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let n; (n = next++) < PEOPLE; ) all[n] = await comes(n, agent, guard, cookie);
  }));
  agent.destroy();
  return all;
}

async function comes(n, agent, guard, cookie) {
  const answer = await post(`${first.url}/b/${token(n % VISITS)}`, { name: `Person ${n}`, role: 'anhörig', device: 'camera,microphone', _csrf: guard }, cookie, agent);
  if (answer.status !== 200) throw new Error(`${n} found no place: ${answer.status} ${answer.body.slice(0, 200)}`);
  const { arrival, visit } = JSON.parse(answer.body);
  return { place: arrival, visit, cookie: answer.cookies.find((it) => it.startsWith('vardrum=')), closed: false };
}

async function connect(some, node) {
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let n; (n = next++) < some.length; ) {
      const person = some[n];
      const before = person.socket;
      const made = { its: null };
      const page = `page-${String(n).padStart(8, '0')}-${node.pid}`;
      made.its = await open(node.url, `/visits/${person.visit}/live?page=${page}`, person.cookie, (heard) => hear(person, made, heard));
      person.socket = made.its;
      before?.end();
    }
  }));
}

function hear(person, made, heard) {
  if (heard === null) person.closed = person.closed || (made.its === person.socket && pinging); // not one that was left for another
  else if (heard.startsWith('{"type":"welcome"')) person.letIn?.(performance.now());
}

/** Every socket says ping every three seconds, evenly spread. */
async function ping() {
  const steps = 60;
  for (let step = 0; pinging; step = (step + 1) % steps) {
    for (let n = step; n < PEOPLE; n += steps) people[n].socket?.say('{"type":"ping"}');
    await pause(PING_EVERY / steps);
  }
}

/** Running visits of Anna's with a general link each, put straight into the database. */
async function visits() {
  const driver = readdirSync('target/run/lib').find((it) => /^postgresql-\d/.test(it));
  const program = spawn(`${process.env.JAVA_HOME}/bin/java`, ['-XX:+UseSerialGC', '-Xmx256m', '-cp', `target/run/lib/${driver}`, 'bench/lib/Run.java', first.database()], { stdio: ['pipe', 'inherit', 'inherit'] });
  const id = (kind) => `('00000000-0000-4000-8${kind}00-' || lpad(n::text, 12, '0'))::uuid`;
  program.stdin.end(`
    create temp table who as
      select r.id as role, r.practitioner_id, r.unit_id, f.id as profile, f.person_id
      from practitioner_role r join practitioner p on p.id = r.practitioner_id join care_unit u on u.id = r.unit_id,
           patient_profile f join person s on s.id = f.person_id
      where p.first_name = 'Anna' and p.last_name = 'Lindgren' and u.name = 'Testberga vårdcentral'
        and s.first_name = 'Jake' and s.last_name = 'Nordin' and f.kind = 'OWN' limit 1;
    insert into appointment (id, visit_type, search_reason, reason_sv, reason_en, during, unit_id, profile_id, person_id,
        booked_by, responsible_id, practitioner_id, status, booking_key, created_at)
      select ${id(1)}, 'video-visit', 'aknebesvar', 'Aknebesvär', 'Acne',
        tstzrange(now() + interval '2 years' + n * interval '15 minutes', now() + interval '2 years' + (n + 1) * interval '15 minutes'),
        unit_id, profile, person_id, role, role, practitioner_id, 'ARRIVED', ${id(2)}, now()
      from who, generate_series(0, ${VISITS - 1}) n;
    insert into participant (id, appointment_id, kind, first_name, last_name, role_id, person_id, added_at)
      select ${id(3)}, ${id(1)}, 'PATIENT', 'Jake', 'Nordin', null::uuid, person_id, now() from who, generate_series(0, ${VISITS - 1}) n
      union all
      select ${id(4)}, ${id(1)}, 'PRACTITIONER', 'Anna', 'Lindgren', role, null, now() from who, generate_series(0, ${VISITS - 1}) n;
    insert into visit (appointment_id, state, responsible_id, started_by, started_at)
      select ${id(1)}, 'RUNNING', role, role, now() from who, generate_series(0, ${VISITS - 1}) n;
    insert into invitation (id, appointment_id, token_hash)
      select ${id(5)}, ${id(1)}, sha256(('waiting' || lpad(n::text, 15, '0'))::bytea) from generate_series(0, ${VISITS - 1}) n;
    analyze;
  `);
  const [code] = await once(program, 'exit');
  if (code !== 0) throw new Error('the visits could not be made');
}

function token(n) {
  return `waiting${String(n).padStart(15, '0')}`;
}

function get(url) {
  return new Promise((done, failed) => http.get(url, { headers: { accept: 'text/html' } }, (answer) => whole(answer, done)).on('error', failed));
}

function post(url, fields, cookie, agent) {
  const form = new URLSearchParams(fields).toString();
  const headers = { accept: 'application/json', cookie: cookie.split(';')[0], 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form) };
  return new Promise((done, failed) => http.request(url, { method: 'POST', headers, agent }, (answer) => whole(answer, done)).on('error', failed).end(form));
}

function whole(answer, done) {
  const parts = [];
  answer.on('data', (part) => parts.push(part));
  answer.on('end', () => done({ status: answer.statusCode, body: Buffer.concat(parts).toString(), cookies: (answer.headers['set-cookie'] ?? []).map((it) => it.split(';')[0]) }));
}

function percentile(all, share) {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length * share)];
}

function round(ms) {
  return Math.round(ms * 10) / 10;
}
