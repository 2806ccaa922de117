import { tone } from '../media/tone.ts';

const NOTES = [523, 659, 784, 659, 523, 659, 784];
const EACH = 0.24;

/** Plays a short tune; false when this browser plays no sound. */
export async function tune(): Promise<boolean> {
  try {
    const context = new AudioContext();
    await context.resume();
    NOTES.forEach((frequency, i) => tone(context, frequency, context.currentTime + 0.05 + i * EACH, EACH * 1.5, 0.25));
    await new Promise((over) => setTimeout(over, NOTES.length * EACH * 1000 + 200));
    const played = context.state === 'running';
    void context.close();
    return played;
  } catch {
    return false;
  }
}
