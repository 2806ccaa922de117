import { byId, say, write } from './page';

const EVERY = 100;
/** So long without a sound, the hint asks about it. */
const SILENT_AFTER = 8000;
const SILENCE = 0.01;

/** The moving bar that shows that the microphone hears. */
export class Level {
  private context: AudioContext | null = null;
  private timer = 0;
  private track: MediaStreamTrack | null = null;
  private readonly hint = byId('level-hint').textContent ?? '';

  constructor() {
    // A browser may keep sound asleep until the page has been touched.
    addEventListener('pointerdown', () => void this.context?.resume(), { capture: true });
  }

  follow(track: MediaStreamTrack | null): void {
    if (track === this.track) return;
    this.stop();
    this.track = track;
    if (!track) return;
    this.context = new AudioContext();
    const analyser = this.context.createAnalyser();
    analyser.fftSize = 512;
    this.context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    this.measure(analyser);
  }

  private measure(analyser: AnalyserNode): void {
    const samples = new Float32Array(analyser.fftSize);
    const meter = byId<HTMLMeterElement>('level');
    let heardAt = performance.now();
    this.timer = window.setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const loudness = Math.sqrt(samples.reduce((sum, it) => sum + it * it, 0) / samples.length);
      meter.value = Math.min(1, Math.sqrt(loudness) * 1.6);
      if (loudness > SILENCE || this.context?.state !== 'running') heardAt = performance.now();
      write('level-hint', performance.now() - heardAt > SILENT_AFTER ? say('level.silent') : this.hint);
    }, EVERY);
  }

  private stop(): void {
    clearInterval(this.timer);
    byId<HTMLMeterElement>('level').value = 0;
    void this.context?.close();
    this.context = null;
  }
}
