// Seconds from the start of the process to health UP, on a home that exists already; memory when nobody does anything.
import { setTimeout as pause } from 'node:timers/promises';
import { median, newHome, say, start } from './lib/vardrum.mjs';

const RUNS = 5;
const IDLE_SECONDS = 15;

const home = newHome();
await (await start(home)).stop();
const seconds = [];
let memory = 0;
for (let run = 1; run <= RUNS; run++) {
  const vardrum = await start(home);
  seconds.push(vardrum.seconds);
  if (run === RUNS) {
    await pause(IDLE_SECONDS * 1000); // measured when idle: the pause is the point
    memory = vardrum.memory();
  }
  await vardrum.stop();
}
say('start', 'seconds', median(seconds), 6, { runs: seconds.map((it) => Math.round(it * 100) / 100) });
say('start', 'memory-mb', memory, 400, { idleSeconds: IDLE_SECONDS });
