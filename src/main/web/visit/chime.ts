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
    TONES[what].forEach((frequency, i) => tone(context, frequency, context.currentTime + i * 0.16));
    setTimeout(() => void context.close(), 1500);
  } catch {
    // no sound here
  }
}

function tone(context: AudioContext, frequency: number, at: number): void {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.65);
}
