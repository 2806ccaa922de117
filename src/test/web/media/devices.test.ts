import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Devices } from '../../../main/web/media/devices';
import { Own } from '../../../main/web/media/own';

type Asked = { audio: unknown; video: { deviceId?: unknown } | false };
type Answer = (asked: Asked) => string | null;

class FakeTrack {
  enabled = true;
  readyState = 'live';
  muted = false;
  onended: (() => void) | null = null;
  constructor(readonly kind: string) {}
  stop() {
    this.readyState = 'ended';
  }
}

/** `answer` names the error a call fails with, or null; "Name: text" also gives its text. */
function devices(answer: Answer, states: Record<string, PermissionState> = {}, kinds = ['videoinput', 'audioinput']) {
  const calls: Asked[] = [];
  const media = {
    async getUserMedia(asked: Asked) {
      calls.push(asked);
      const [name, text] = (answer(asked) ?? '').split(': ');
      if (name) throw Object.assign(new Error(text ?? ''), { name });
      return {
        getVideoTracks: () => (asked.video ? [new FakeTrack('video')] : []),
        getAudioTracks: () => (asked.audio ? [new FakeTrack('audio')] : []),
      };
    },
    enumerateDevices: async () => kinds.map((kind) => ({ kind, deviceId: kind, label: kind })),
  };
  const asks = { query: async ({ name }: { name: string }) => ({ state: states[name] ?? 'prompt' }) };
  return { calls, it: new Devices(media as never, asks as never, { secure: true, inApp: false, calls: true }) };
}

const both = { camera: true, microphone: true };

test('both come, and there is no trouble', async () => {
  const got = await devices(() => null).it.open(both);
  assert.ok(got.audio && got.video);
  assert.equal(got.trouble, null);
});

test('a question that was closed is not asked a second time', async () => {
  const { it, calls } = devices(() => 'NotAllowedError');
  assert.deepEqual((await it.open(both)).trouble, { device: 'both', why: 'dismissed' });
  assert.equal(calls.length, 1);
});

test('a browser that remembers a no for both says so without more questions', async () => {
  const { it, calls } = devices(() => 'NotAllowedError', { camera: 'denied', microphone: 'denied' });
  assert.deepEqual((await it.open(both)).trouble, { device: 'both', why: 'denied' });
  assert.equal(calls.length, 1);
});

test('a blocked camera leaves the microphone', async () => {
  const { it } = devices((asked) => (asked.video ? 'NotAllowedError' : null), { camera: 'denied', microphone: 'granted' });
  const got = await it.open(both);
  assert.ok(got.audio && !got.video);
  assert.deepEqual(got.trouble, { device: 'camera', why: 'denied' });
});

test('the operating system saying no is told apart from the browser', async () => {
  const byText = devices(() => 'NotAllowedError: Permission denied by system', { camera: 'denied' });
  assert.equal((await byText.it.open({ camera: true })).trouble!.why, 'system');
  const byState = devices(() => 'NotAllowedError', { camera: 'granted' });
  assert.equal((await byState.it.open({ camera: true })).trouble!.why, 'system');
});

test('no camera: the microphone alone', async () => {
  const { it } = devices((asked) => (asked.video ? 'NotFoundError' : null), {}, ['audioinput']);
  const got = await it.open(both);
  assert.ok(got.audio);
  assert.deepEqual(got.trouble, { device: 'camera', why: 'missing' });
});

test('no devices at all', async () => {
  const got = await devices(() => 'NotFoundError', {}, []).it.open(both);
  assert.deepEqual(got.trouble, { device: 'both', why: 'missing' });
});

test('a camera held by another program leaves the microphone', async () => {
  const got = await devices((asked) => (asked.video ? 'NotReadableError' : null)).it.open(both);
  assert.ok(got.audio);
  assert.deepEqual(got.trouble, { device: 'camera', why: 'busy' });
});

test('the usual camera is not here: any other is taken without a word', async () => {
  const { it } = devices((asked) => (asked.video && asked.video.deviceId ? 'OverconstrainedError' : null));
  const got = await it.open(both, { camera: 'gone' });
  assert.ok(got.video);
  assert.equal(got.trouble, null);
});

test('without mediaDevices it is the address, the app or the age', async () => {
  const open = (secure: boolean, inApp = false) => new Devices(undefined, undefined, { secure, inApp, calls: true }).open(both);
  assert.equal((await open(false)).trouble!.why, 'insecure');
  assert.equal((await open(true, true)).trouble!.why, 'in-app');
  assert.equal((await open(true)).trouble!.why, 'old');
});

test('a browser that has a camera but no calls is too old', async () => {
  const media = { getUserMedia: () => Promise.reject(new Error('asked')) } as never;
  const it = new Devices(media, undefined, { secure: true, inApp: false, calls: false });
  assert.equal(it.able, false);
  assert.equal((await it.open(both)).trouble!.why, 'old');
});

test('the camera, off, is let go; the microphone, off, is kept silent', async () => {
  const own = new Own(devices(() => null).it, {} as MediaStream, () => {});
  await own.open();
  const [video, audio] = [own.tracks.video!, own.tracks.audio!];
  await own.toggle('camera');
  await own.toggle('microphone');
  assert.equal(video.readyState, 'ended');
  assert.equal(own.tracks.video, null);
  assert.ok(audio.readyState === 'live' && !audio.enabled);
  assert.deepEqual(own.shows, { camera: false, microphone: false });
  await own.toggle('camera');
  await own.toggle('microphone');
  assert.deepEqual(own.shows, { camera: true, microphone: true });
});

test('a camera that is pulled out is replaced by another', async () => {
  const own = new Own(devices(() => null).it, {} as MediaStream, () => {});
  await own.open();
  const old = own.tracks.video!;
  old.onended!({} as Event);
  await own.open();
  assert.ok(own.tracks.video && own.tracks.video !== old);
});

test('the result of the check is short', async () => {
  const own = new Own(devices((asked) => (asked.video ? 'NotFoundError' : null), {}, ['audioinput']).it, {} as MediaStream, () => {});
  assert.equal(own.result, 'none');
  await own.open();
  assert.equal(own.result, 'microphone');
});
