// What the browser benches share: the product on a home of its own, and a visit booked in it as the demo's Anna Lindgren.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const UP_WITHIN = 120_000;

/** Starts target/run (bin/setup makes it), or else the jar of `mvn package`; resolves when its health says UP. */
export async function startProduct() {
  const home = mkdtempSync(join(tmpdir(), 'vardrum-bench-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const jar = ['target/run/vardrum.jar', 'target/vardrum.jar'].find(existsSync);
  if (!jar) throw new Error('no target/run/vardrum.jar: run bin/setup first');
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
  // A database port of its own too: its socket file in /tmp is shared even where the network is not.
  const env = { ...process.env, PORT: String(port), VARDRUM_HOME: home, VARDRUM_URL: url, VARDRUM_DATABASE_URL: '', VARDRUM_EMBEDDED_PORT: String(await freePort()), VARDRUM_DEMO: '' };
  const server = spawn(java, ['-Xmx320m', '-XX:+UseSerialGC', '-jar', jar], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const gone = new Promise((done) => server.once('exit', done));
  await healthy(url, gone);
  return {
    url,
    async stop() {
      server.kill('SIGTERM');
      await gone;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function healthy(url, gone) {
  let dead = false;
  gone.then(() => (dead = true));
  for (const until = Date.now() + UP_WITHIN; Date.now() < until && !dead; ) {
    const up = await fetch(`${url}/actuator/health`).then((it) => it.ok).catch(() => false);
    if (up) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(dead ? 'Vårdrum stopped before it was up' : 'Vårdrum was not up in time');
}

/** The day after tomorrow, as people write it. */
function someDay() {
  return new Date(Date.now() + 2 * 24 * 3600 * 1000).toISOString().slice(0, 10);
}

/** Books a visit with one guest by SMS; gives the staff page, the address of the call, and the guest's own link. */
export async function bookVisit(context, url) {
  const page = await context.newPage();
  await page.goto(`${url}/login`);
  await page.getByRole('button', { name: /Anna Lindgren/ }).click();
  await page.goto(`${url}/bookings/new`);
  await page.locator('input[type=search]').fill('Jake Nordin');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /Jake Nordin/ }).click();
  await page.getByRole('button', { name: /Videobesök/ }).click();
  await page.getByRole('combobox', { name: 'Sökorsak' }).fill('Aknebesvär');
  await page.getByRole('option', { name: /Aknebesvär/ }).first().click();
  await page.getByLabel('Datum').fill(someDay());
  await page.getByLabel('Tid', { exact: true }).fill('14:30');
  await page.getByRole('button', { name: 'Nästa' }).click();
  await page.getByLabel('Förnamn').fill('Erik');
  await page.getByLabel('Efternamn').fill('Sjö');
  await page.getByLabel('Mobilnummer').fill('070-174 06 05');
  await page.getByRole('button', { name: 'Lägg till' }).click();
  await page.getByText('Erik Sjö').first().waitFor();
  await page.getByRole('button', { name: 'Nästa' }).click();
  await page.getByRole('button', { name: 'Skapa och skicka inbjudningar' }).click();
  await page.getByText('Alla inbjudningar har skickats').waitFor();
  const general = await page.locator('input[readonly]').inputValue();
  await page.getByRole('link', { name: 'Gå till besöket' }).click();
  const visit = page.url().match(/visits\/([^/]+)/)[1];
  await page.goto(`${url}/demo/outbox`);
  const link = await page.getByRole('article').filter({ hasText: 'Erik Sjö' }).getByRole('link').first().getAttribute('href');
  return { page, call: `${url}/visits/${visit}/call`, link, general };
}
