// join: how much longer the product takes than a bare page from the click on "Gå med" to the first remote frame.
// A second participant with an own link, the visit running, camera on since the check; ten runs of each, taking turns.
// Runs itself again in a network that has nothing but loopback. Prints one line of JSON.
import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { serve } from './bare-peer/server.mjs';
import { bookVisit, startProduct } from './product.mjs';

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
const product = await startProduct();
try {
  const { staff, visit } = await runningVisit();
  for (let warm = 0; warm < WARM_UPS; warm++) {
    await bareRun(`warm${warm}`);
    await productRun(staff, visit);
  }
  const times = { bare: [], product: [] };
  for (let run = 1; run <= RUNS; run++) {
    times.bare.push(await bareRun(run));
    times.product.push(await productRun(staff, visit));
  }
  report(times);
} finally {
  await browser.close();
  await product.stop();
  bare.close();
}

function report(times) {
  const median = (all) => {
    const sorted = all.toSorted((a, b) => a - b);
    return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  };
  const [bareMs, productMs] = [median(times.bare), median(times.product)];
  const value = Math.round((productMs / bareMs) * 100) / 100;
  const whole = { bench: 'join', figure: 'ratio', value, goal: GOAL, holds: value <= GOAL, bare_ms: Math.round(bareMs), product_ms: Math.round(productMs), runs: RUNS };
  process.stdout.write(JSON.stringify(whole) + '\n');
  if (process.env.DETAILS) console.error(JSON.stringify(times, (_, it) => (typeof it === 'number' ? Math.round(it) : it)));
}

/** Anna books, comes in and starts; her signed-in browser state is what each run begins with. */
async function runningVisit() {
  const context = await browser.newContext({ locale: 'sv-SE' });
  const visit = await bookVisit(context, product.url);
  await visit.page.goto(visit.call);
  await visit.page.getByRole('button', { name: 'Gå med', exact: true }).click();
  await visit.page.getByRole('button', { name: 'Starta besöket' }).click();
  await visit.page.locator('#tiles').waitFor();
  const staff = await context.storageState();
  await context.close();
  return { staff, visit };
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

async function productRun(staff, visit) {
  const anna = await (await browser.newContext({ storageState: staff })).newPage();
  await anna.goto(visit.call); // she has a place: straight in
  await anna.waitForFunction(() => document.querySelector('#tiles .own video')?.videoWidth > 0);
  const guest = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
  await guest.goto(visit.link);
  await guest.waitForFunction(() => document.querySelector('#self-video').videoWidth > 0);
  await guest.evaluate(watch);
  await guest.getByRole('button', { name: 'Gå med', exact: true }).click();
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
  window.firstFrame = new Promise((done) => {
    new MutationObserver((_, self) => {
      const video = document.querySelector('[data-participant]:not(.own) video');
      if (!video) return;
      self.disconnect();
      video.requestVideoFrameCallback(() => done(performance.now() - click));
    }).observe(document.body, { childList: true, subtree: true });
  });
}
