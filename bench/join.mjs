// join: how much longer the product takes than a bare page from the click on "Gå med" to the first remote frame.
// A second participant with an own link, the visit running, camera on since the check; ten runs of each, taking turns.
// Runs itself again in a network that has nothing but loopback. Prints one line of JSON.
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { serve } from './bare-peer/server.mjs';
import { confirm, draft, patient, quarter } from './lib/booking.mjs';
import { Person } from './lib/person.mjs';
import { median, newHome, say, start } from './lib/vardrum.mjs';

const RUNS = Number(process.env.RUNS ?? 10);
const GOAL = 1.2;
/** The first of each pay for what the browser and the JVM load and compile once. */
const WARM_UPS = 3;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--allow-loopback-in-peer-connection'];

if (!process.env.ALONE) {
  const alone = ['sh', '-c', 'ip link set lo up && exec "$0" "$@"', process.execPath, ...process.argv.slice(1)];
  const run = spawnSync('unshare', [process.getuid() === 0 ? '-n' : '-rn', ...alone], { stdio: 'inherit', env: { ...process.env, ALONE: 'yes' } });
  if (!run.error) process.exit(run.status ?? 1);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
const bare = await serve();
// Any database port: the socket file in /tmp is shared with other networks.
const product = await start(newHome(), { VARDRUM_EMBEDDED_PORT: '0' });
try {
  const visit = await runningVisit();
  for (let warm = 1; warm <= WARM_UPS; warm++) {
    await bareRun(`warm${warm}`);
    await productRun(visit);
  }
  const times = { bare: [], product: [] };
  for (let run = 1; run <= RUNS; run++) {
    times.bare.push(await bareRun(run));
    times.product.push(await productRun(visit));
  }
  const [bareMs, productMs] = [median(times.bare), median(times.product)];
  say('join', 'ratio', productMs / bareMs, GOAL, { bare_ms: Math.round(bareMs), product_ms: Math.round(productMs), runs: RUNS });
  if (process.env.DETAILS) console.error(JSON.stringify(times, (_, it) => (typeof it === 'number' ? Math.round(it) : it)));
} finally {
  await browser.close();
  await product.stop();
  bare.close();
}

/** Anna books, comes in and starts; each run begins with the browser state she has then. */
async function runningVisit() {
  const anna = await Person.as(product.url, 'Anna Lindgren');
  const guests = [{ firstName: 'Erik', lastName: 'Sjö', mobile: '070-174 06 05' }];
  const id = await confirm(anna, await draft(anna, { patient: await patient(anna, 'Jake Nordin'), ...quarter(0, 2), guests }));
  const link = await linkFrom(anna);
  const call = `${product.url}/visits/${id}/call`;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${product.url}/login`);
  await page.getByRole('button', { name: 'Anna Lindgren' }).click();
  await page.waitForURL('**/visits*');
  await page.goto(call);
  await page.getByRole('button', { name: 'Gå med', exact: true }).click();
  await page.getByRole('button', { name: 'Starta besöket' }).click();
  await page.locator('#tiles').waitFor();
  const staff = await context.storageState();
  await context.close();
  return { staff, call, link };
}

/** The guest's own link, from the caught message; it is sent a moment after the booking. */
async function linkFrom(anna) {
  for (;;) {
    const link = /\/b\/[0-9A-Za-z]{20,}/.exec((await anna.get('/demo/outbox')).body);
    if (link) return product.url + link[0];
    await pause(100);
  }
}

async function bareRun(run) {
  const pages = [];
  for (const who of ['first', 'second']) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${bare.address().port}/#run${run}`);
    await page.click('#join');
    await page.waitForFunction((it) => (it === 'first' ? local.videoWidth : window.t?.frame), who);
    pages.push(page);
  }
  const ms = await pages[1].evaluate(() => t.frame - t.click);
  for (const page of pages) await page.context().close();
  return ms;
}

async function productRun({ staff, call, link }) {
  const anna = await (await browser.newContext({ storageState: staff })).newPage();
  await anna.goto(call); // she has a place: straight in
  await anna.waitForFunction(() => document.querySelector('#tiles .own video')?.videoWidth > 0);
  const guest = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
  await guest.goto(link);
  await guest.waitForFunction(() => document.querySelector('#self-video').videoWidth > 0);
  await guest.evaluate(watch);
  await guest.getByRole('button', { name: 'Gå med', exact: true }).click();
  await guest.waitForFunction(() => window.firstFrame !== undefined);
  const ms = await guest.evaluate(() => window.firstFrame);
  await guest.locator('#room').getByRole('button', { name: 'Lämna' }).click();
  await guest.locator('#over').waitFor();
  await guest.context().close();
  await anna.context().close();
  return ms;
}

/** In the page: from the click to the first frame of the first picture that is not one's own. */
function watch() {
  let click = 0;
  addEventListener('click', () => (click ||= performance.now()), { capture: true });
  new MutationObserver((_, self) => {
    const video = document.querySelector('[data-participant]:not(.own) video');
    if (!video) return;
    self.disconnect();
    video.requestVideoFrameCallback(() => (window.firstFrame = performance.now() - click));
  }).observe(document.body, { childList: true, subtree: true });
}
