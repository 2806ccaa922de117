import { tone } from '../media/tone.ts';

const TONES = {
  /** Let in. */
  in: [523, 784],
  /** Somebody waits at the door. */
  knock: [659, 523],
  /** A word to read. */
  note: [587],
};

/** Soft tones. Silent where the browser wants a touch first; the page says the same in words. */
export function chime(what: keyof typeof TONES): void {
  try {
    const context = new AudioContext();
    TONES[what].forEach((frequency, i) => tone(context, frequency, context.currentTime + i * 0.16, 0.6, 0.12));
    setTimeout(() => void context.close(), 1500);
  } catch {
    // no sound here
  }
}
