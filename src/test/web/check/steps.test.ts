import assert from 'node:assert/strict';
import { test } from 'node:test';
import { report } from '../../../main/web/check/report';
import { fields, NAMES, untried, verdict, type Steps } from '../../../main/web/check/steps';
import { surroundings } from '../../../main/web/media/platform';
import type { Found } from '../../../main/web/media/probe';
import { words } from '../../../main/web/media/trouble';
import { texts } from '../media/texts';

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) Version/26.1 Mobile/15E148 Safari/604.1';
const here = surroundings(PHONE, 5);

function good(change: (steps: Steps) => void = () => {}): Steps {
  const steps = untried();
  for (const name of NAMES) steps[name].state = 'passed';
  steps.measured = { found: 'good', how: 'udp', roundTrip: 45, kbits: 3400 };
  change(steps);
  return steps;
}

test('what is sent is what was found', () => {
  assert.deepEqual(fields(good(), here), {
    camera: 'OK',
    microphone: 'OK',
    speaker: 'OK',
    network: 'GOOD',
    way: 'UDP',
    roundTrip: '45',
    kbits: '3400',
    browser: 'SAFARI',
    version: '26',
    platform: 'IPHONE',
  });
});

test('what was not tried is skipped, also while it is being tried', () => {
  const steps = untried();
  steps.camera = { state: 'running', why: 'asking' };
  const { camera, microphone, speaker, network, way, kbits } = fields(steps, here);
  assert.deepEqual([camera, microphone, speaker, network, way, kbits], ['SKIPPED', 'SKIPPED', 'SKIPPED', 'SKIPPED', 'NONE', '']);
});

test('a browser that can do nothing is the cause for camera and microphone', () => {
  const steps = untried();
  steps.browser = { state: 'failed', why: 'in-app' };
  assert.deepEqual([fields(steps, here).camera, fields(steps, here).microphone], ['IN_APP', 'IN_APP']);
});

test('the verdict names what hinders most', () => {
  const fails = (...names: ('camera' | 'microphone' | 'speaker' | 'network' | 'browser')[]) =>
    verdict(good((steps) => names.forEach((name) => (steps[name] = { state: 'failed', why: 'unknown' }))));
  assert.equal(fails(), 'good');
  assert.equal(fails('camera'), 'camera');
  assert.equal(fails('microphone'), 'microphone');
  assert.equal(fails('camera', 'microphone'), 'both');
  assert.equal(fails('camera', 'speaker'), 'speaker');
  assert.equal(fails('camera', 'network'), 'network');
  assert.equal(fails('browser', 'camera', 'network'), 'browser');
  assert.equal(verdict(good((steps) => (steps.speaker.state = 'skipped'))), 'partly');
  const network = (found: Found) =>
    verdict(good((steps) => ((steps.network.state = 'partly'), (steps.measured = { found, how: 'none', roundTrip: null, kbits: null }))));
  assert.equal(network('direct'), 'direct');
  assert.equal(network('weak'), 'weak');
  assert.equal(network('poor'), 'poor');
  assert.equal(network('fault'), 'direct');
});

for (const language of ['sv', 'en'] as const) {
  const known: Record<string, string> = texts(language, 'check', 'check.js.');
  const say = (key: string, ...values: (string | number)[]) =>
    values.reduce<string>((text, value, i) => text.replaceAll(`{${i}}`, String(value)), known[key] ?? `no ${key}`);

  test(`every verdict, and every state of the network, has words in ${language}`, () => {
    for (const key of ['good', 'direct', 'weak', 'poor', 'partly', 'camera', 'microphone', 'both', 'speaker', 'network', 'browser']) {
      assert.ok(known[`verdict.${key}`] && known[`verdict.${key}.text`], key);
    }
    for (const why of ['good', 'weak', 'poor', 'blocked', 'direct', 'fault', 'offline', 'stale']) assert.ok(known[`network.${why}`], why);
    for (const why of ['weak', 'poor', 'blocked', 'direct', 'fault', 'offline', 'stale']) assert.ok(known[`network.${why}.next`], why);
  });

  test(`what only the check finds has a step for each platform in ${language}`, () => {
    for (const [why, device] of [['dark', 'camera'], ['silent', 'microphone'], ['not-heard', 'camera']] as const) {
      for (const platform of ['iphone', 'android', 'windows', 'mac', 'other'] as const) {
        const { title, next } = words(known, why, device, platform);
        assert.ok(title && next.length > 20, `${why} ${platform}`);
      }
    }
  });

  test(`the report says what IT support needs and nothing else, in ${language}`, () => {
    const steps = good((it) => (it.camera = { state: 'failed', why: 'denied' }));
    const servers = ['turn:turn.example:3478?transport=udp'];
    const text = report(steps, { here, userAgent: PHONE, host: 'visit.example', servers, at: '2026-11-25 14:02' }, say, () => 'Blocked');
    for (const part of ['[denied]', 'safari 26', 'iphone', 'visit.example', servers[0]!, 'UDP, 45 ms, 3400 kbit/s', '2026-11-25 14:02', PHONE]) {
      assert.ok(text.includes(part), part);
    }
    assert.ok(!/undefined|null|no [a-z]+\.|\{\d/.test(text), text);
    assert.ok(!text.includes('/b/'));
  });
}
