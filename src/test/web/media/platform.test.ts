import assert from 'node:assert/strict';
import { test } from 'node:test';
import { surroundings } from '../../../main/web/media/platform';

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${WEBKIT}`;
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';

const known: [string, string, number, string, string, number | null, boolean][] = [
  ['Safari on an iPhone', `${IPHONE} Version/26.1 Mobile/15E148 Safari/604.1`, 5, 'iphone', 'safari', 26, false],
  ['Chrome on an iPhone', `${IPHONE} CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1`, 5, 'iphone', 'chrome', 142, false],
  ['Safari on an iPad, which says Mac', `${MAC} ${WEBKIT} Version/26.1 Safari/605.1.15`, 5, 'iphone', 'safari', 26, false],
  ['Facebook on an iPhone', `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/480.0]`, 5, 'iphone', 'other', null, true],
  ['mail on an iPhone', `${IPHONE} Mobile/15E148`, 5, 'iphone', 'other', null, true],
  ['Chrome on Android', `${ANDROID} ${BLINK} Chrome/142.0.0.0 Mobile Safari/537.36`, 5, 'android', 'chrome', 142, false],
  ['Samsung', `${ANDROID} ${BLINK} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`, 5, 'android', 'samsung', 28, false],
  ['Firefox on Android', 'Mozilla/5.0 (Android 14; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0', 5, 'android', 'firefox', 145, false],
  ['a web view', `Mozilla/5.0 (Linux; Android 14; SM-S911B; wv) ${BLINK} Version/4.0 Chrome/142.0.0.0 Mobile Safari/537.36`, 5, 'android', 'chrome', 142, true],
  ['Instagram', `${ANDROID} ${BLINK} Version/4.0 Chrome/142.0 Mobile Safari/537.36 Instagram 350.0`, 5, 'android', 'chrome', 142, true],
  ['Edge', `${WINDOWS} ${BLINK} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, 0, 'windows', 'edge', 142, false],
  ['Chrome on Windows with a touch screen', `${WINDOWS} ${BLINK} Chrome/142.0.0.0 Safari/537.36`, 10, 'windows', 'chrome', 142, false],
  ['Opera', `${WINDOWS} ${BLINK} Chrome/142.0.0.0 Safari/537.36 OPR/120.0.0.0`, 0, 'windows', 'other', 120, false],
  ['Firefox on a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0', 0, 'mac', 'firefox', 145, false],
  ['Safari on a Mac', `${MAC} ${WEBKIT} Version/17.6 Safari/605.1.15`, 0, 'mac', 'safari', 17, false],
  ['Chromium on Linux', `Mozilla/5.0 (X11; Linux x86_64) ${BLINK} Chrome/142.0.0.0 Safari/537.36`, 0, 'other', 'chrome', 142, false],
  ['nothing', '', 0, 'other', 'other', null, false],
];

for (const [what, userAgent, fingers, platform, family, version, inApp] of known) {
  test(`${what} is known`, () => {
    assert.deepEqual(surroundings(userAgent, fingers), { platform, family, version, inApp });
  });
}
