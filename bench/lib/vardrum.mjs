// A Vårdrum of one's own, started by bin/run on a home of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A folder that is gone when the process ends. */
export function newHome() {
  const home = mkdtempSync(join(tmpdir(), 'vardrum-'));
  process.on('exit', () => rmSync(home, { recursive: true, force: true }));
  return home;
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function isUp(url) {
  return new Promise((done) => {
    http
      .get(`${url}/actuator/health`, (answer) => {
        answer.resume();
        done(answer.statusCode === 200);
      })
      .on('error', () => done(false));
  });
}

/** The embedded database that runs on this home, if one does. */
function postmaster(home) {
  try {
    const [pid, , , port_] = readFileSync(join(home, 'postgres/postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), port: Number(port_) };
  } catch {
    return undefined;
  }
}

/** Starts it and waits until its health is UP; seconds says how long that took. */
export async function start(home, env = {}) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const began = performance.now();
  const process_ = spawn('bin/run', { env: { ...process.env, VARDRUM_HOME: home, PORT: String(port), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [process_.stdout, process_.stderr]) stream.on('data', (it) => (said = (said + it).slice(-200_000)));
  const gone = once(process_, 'exit');
  const stopNow = () => {
    process_.kill('SIGKILL');
    const database = postmaster(home);
    if (database) process.kill(database.pid, 'SIGQUIT'); // it would live on alone
  };
  process.prependListener('exit', stopNow); // before its home goes
  while (!(await isUp(url))) {
    if (process_.exitCode !== null) throw new Error(`Vårdrum did not start:\n${said}`);
    await pause(10);
  }
  const seconds = (performance.now() - began) / 1000;
  const end = async (signal) => {
    process_.kill(signal);
    await gone;
    process.off('exit', stopNow);
  };
  return {
    url,
    seconds,
    home,
    pid: process_.pid,
    said: () => said,
    /** Resident memory of the Java process in MB. */
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${process_.pid}/status`, 'utf8'))[1]) / 1024,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    /** The embedded database's address. */
    database: () => {
      return `jdbc:postgresql://localhost:${postmaster(home).port}/postgres?user=postgres`;
    },
  };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** One line of a bench: what was measured, and whether it holds. */
export function say(bench, figure, value, goal, more = {}) {
  const holds = more.atLeast ? value >= goal : value <= goal;
  const { atLeast, ...rest } = more;
  const shown = Math.round(value * 1000) / 1000;
  process.stdout.write(`${JSON.stringify({ bench, figure, value: shown, goal, holds, ...rest })}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
