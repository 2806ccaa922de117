const EVERY = 100;

/** How loud a track is, ten times a second, from 0 to 1. A browser may keep sound asleep until the page is touched. */
export class Loudness {
  private readonly context = new AudioContext();
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(track: MediaStreamTrack, heard: (loudness: number) => void) {
    const analyser = this.context.createAnalyser();
    analyser.fftSize = 4096; // what was heard since the last time, or nearly all of it
    this.context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      heard(loudness(samples));
    }, EVERY);
  }

  get awake(): boolean {
    return this.context.state === 'running';
  }

  wake(): void {
    void this.context.resume();
  }

  stop(): void {
    clearInterval(this.timer);
    void this.context.close();
  }
}

/** The root of the mean square. */
export function loudness(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, it) => sum + it * it, 0) / samples.length);
}

/** Softer than this is nobody speaking. */
export const SILENCE = 0.01;

/** Where the bar stands: people hear the root of it. */
export function bar(loudness: number): number {
  return Math.min(1, Math.sqrt(loudness) * 1.6);
}
