import { bar, Loudness, SILENCE } from '../media/loudness';
import { byId, say, write } from './page';

/** So long without a sound, the hint asks about it. */
const SILENT_AFTER = 8000;

/** The moving bar that shows that the microphone hears. */
export class Level {
  private ear: Loudness | null = null;
  private track: MediaStreamTrack | null = null;
  private readonly hint = byId('level-hint').textContent ?? '';

  constructor() {
    addEventListener('pointerdown', () => this.ear?.wake(), { capture: true });
  }

  follow(track: MediaStreamTrack | null): void {
    if (track === this.track) return;
    this.ear?.stop();
    this.ear = null;
    const meter = byId<HTMLMeterElement>('level');
    meter.value = 0;
    this.track = track;
    if (!track) return;
    let heardAt = performance.now();
    const ear = new Loudness(track, (loudness) => {
      meter.value = bar(loudness);
      if (loudness > SILENCE || !ear.awake) heardAt = performance.now();
      write('level-hint', performance.now() - heardAt > SILENT_AFTER ? say('level.silent') : this.hint);
    });
    this.ear = ear;
  }
}
