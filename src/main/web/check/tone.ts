const NOTES = [523, 659, 784, 659, 523, 659, 784];
const EACH = 0.24;

/** Plays a short tune; false when this browser plays no sound. */
export async function tune(): Promise<boolean> {
  try {
    const context = new AudioContext();
    await context.resume();
    NOTES.forEach((frequency, i) => note(context, frequency, context.currentTime + 0.05 + i * EACH));
    await new Promise((over) => setTimeout(over, NOTES.length * EACH * 1000 + 200));
    const played = context.state === 'running';
    void context.close();
    return played;
  } catch {
    return false;
  }
}

function note(context: AudioContext, frequency: number, at: number): void {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.25, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + EACH * 1.5);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + EACH * 1.6);
}
