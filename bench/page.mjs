// What a first visit transfers, compressed, as the browser counts it: the guest's landing page and the patient list.
import { chromium } from 'playwright-core';
import { confirm, draft, patient, quarter } from './lib/booking.mjs';
import { Person } from './lib/person.mjs';
import { newHome, say, start } from './lib/vardrum.mjs';

const KB = 1024;
const vardrum = await start(newHome());
const anna = await Person.as(vardrum.url, 'Anna Lindgren');
const jake = await patient(anna, 'Jake Nordin');
for (let n = 0; n < 20; n++) {
  const guests = n > 0 ? [] : [{ firstName: 'Maria', lastName: 'Nordin', mobile: '070-174 06 10' }];
  await confirm(anna, await draft(anna, { patient: jake, ...quarter(n, 1), guests }));
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** Opens the page in a context that has been nowhere, and adds up what came over the wire, headers too. */
async function transferred(open) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const path = await open(page);
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: false });
  await network.send('Network.clearBrowserCache');
  let bytes = 0;
  const files = new Map();
  network.on('Network.responseReceived', (it) => files.set(it.requestId, new URL(it.response.url).pathname));
  const parts = {};
  network.on('Network.loadingFinished', (it) => {
    bytes += it.encodedDataLength;
    const name = files.get(it.requestId) ?? '?';
    parts[name.startsWith('/b/') ? '/b/…' : name] = it.encodedDataLength;
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await context.close();
  return { kb: bytes / KB, parts };
}

const outbox = await anna.get('/demo/outbox');
const link = /\/b\/[0-9A-Za-z]{20,}/.exec(outbox.body);
if (!link) throw new Error('no link in the outbox');
const guest = await transferred(async () => vardrum.url + link[0]);
const list = await transferred(async (page) => {
  await page.goto(`${vardrum.url}/login`);
  await page.getByRole('button', { name: 'Anna Lindgren' }).click();
  await page.waitForURL('**/visits*');
  return `${vardrum.url}/visits?tab=upcoming`;
});
await browser.close();
await vardrum.stop();
say('page', 'guest-kb', guest.kb, 60, { parts: guest.parts });
say('page', 'patient-list-kb', list.kb, 120, { parts: list.parts });
