/** Two soft tones: let in, or somebody waits. Silent where the browser wants a touch first. */
export function chime(): void {
  try {
    const context = new AudioContext();
    [523, 784].forEach((frequency, i) => tone(context, frequency, context.currentTime + i * 0.16));
    setTimeout(() => void context.close(), 1500);
  } catch {
    // No sound here; the page says the same in words.
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
