import type { Device } from '../media/devices';
import { bar, Loudness, SILENCE } from '../media/loudness';
import type { Own } from '../media/own';
import { byId, show } from '../visit/dom';
import type { List } from './list';
import { seen } from './picture';

/** What did not come, and why: what was asked for last decides. */
function failed(list: List, own: Own, device: Device): void {
  if (list.state(device) !== 'failed') list.set(device, 'failed', own.trouble?.why ?? 'unknown');
}

/** One sees oneself, and is told whether there is anything to see. */
export class Camera {
  private readonly video = byId<HTMLVideoElement>('picture-video');

  constructor(
    private readonly list: List,
    private readonly own: Own,
  ) {}

  asking(): void {
    this.list.set('camera', 'running', 'asking');
  }

  /** With what has been opened; nothing when the question was left unanswered. */
  async tried(): Promise<void> {
    if (this.list.why('camera') === 'no-answer') return;
    const track = this.own.tracks.video;
    if (!track) return failed(this.list, this.own, 'camera');
    this.list.set('camera', 'running');
    show('picture', true);
    if (await seen(this.video, track)) this.list.set('camera', 'passed');
    else if (this.video.srcObject) this.list.set('camera', 'partly', 'dark');
  }

  stop(): void {
    this.video.srcObject = null;
    show('picture', false);
  }
}

const SILENT_AFTER = 8000;
/** So many tenths of a second: a click is not a voice. */
const ENOUGH = 3;

/** A bar that moves when one speaks; it hears by itself whether anybody did. */
export class Microphone {
  private ear: Loudness | null = null;
  private done: (() => void) | null = null;

  constructor(
    private readonly list: List,
    private readonly own: Own,
  ) {}

  asking(): void {
    this.list.set('microphone', 'running', 'asking');
  }

  /** Settled when it has heard something, or nothing for long; it goes on listening. */
  tried(): Promise<void> {
    if (this.list.why('microphone') === 'no-answer') return Promise.resolve();
    const track = this.own.tracks.audio;
    if (!track) return Promise.resolve(failed(this.list, this.own, 'microphone'));
    this.list.set('microphone', 'running', 'listening');
    show('sound', true);
    return new Promise((resolve) => {
      this.done = resolve;
      this.listen(track);
    });
  }

  private listen(track: MediaStreamTrack): void {
    const meter = byId<HTMLMeterElement>('level');
    const began = performance.now();
    let heard = 0;
    this.ear?.stop();
    this.ear = new Loudness(track, (loudness) => {
      meter.value = bar(loudness);
      if (loudness > SILENCE) heard++;
      if (heard >= ENOUGH) this.settle('passed');
      else if (performance.now() - began > SILENT_AFTER && this.list.state('microphone') === 'running') this.settle('partly', 'silent');
    });
  }

  private settle(state: 'passed' | 'partly' | 'skipped', why = ''): void {
    this.list.set('microphone', state, why);
    this.done?.();
  }

  skip(): void {
    this.settle('skipped');
  }

  stop(): void {
    this.ear?.stop();
    this.ear = null;
    show('sound', false);
  }
}
