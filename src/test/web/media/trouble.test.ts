import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Device, Why } from '../../../main/web/media/devices';
import type { Platform } from '../../../main/web/media/platform';
import { words } from '../../../main/web/media/trouble';
import { texts } from './texts';

const WHYS: Record<Why, true> = {
  dismissed: true,
  denied: true,
  system: true,
  missing: true,
  busy: true,
  insecure: true,
  'in-app': true,
  old: true,
  unknown: true,
};
const DEVICES: (Device | 'both')[] = ['camera', 'microphone', 'both'];
const PLATFORMS: Platform[] = ['iphone', 'android', 'windows', 'mac', 'other'];

for (const language of ['sv', 'en'] as const) {
  const known = texts(language, 'call', 'call.js.');
  test(`every cause has words and one next step everywhere, in ${language}`, () => {
    for (const why of Object.keys(WHYS)) {
      for (const device of DEVICES) {
        for (const platform of PLATFORMS) {
          const { title, next, less } = words(known, why, device, platform);
          for (const text of [title, next, less]) {
            assert.ok(text.length > 10 && !/[{}]|undefined/.test(text), `${why} ${device} ${platform}: "${text}"`);
          }
        }
      }
    }
  });

  test(`the four platforms have steps of their own for what differs, in ${language}`, () => {
    for (const why of ['denied', 'system', 'in-app', 'old']) {
      const steps = PLATFORMS.slice(0, 4).map((platform) => words(known, why, 'camera', platform).next);
      assert.equal(new Set(steps).size, 4, why);
    }
  });
}

test('a step names the device', () => {
  const known = texts('sv', 'call', 'call.js.');
  assert.equal(words(known, 'denied', 'camera', 'windows').title, 'Webbläsaren blockerar kameran');
  assert.match(words(known, 'denied', 'both', 'android').next, /tillåt Kamera och Mikrofon/);
});
