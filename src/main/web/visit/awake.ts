/** Keeps the screen on while one waits or is in the call. The browser lets go by itself when the page is hidden. */
export class Awake {
  private lock: WakeLockSentinel | null = null;
  private wanted = false;

  async hold(): Promise<void> {
    this.wanted = true;
    if (this.lock && !this.lock.released) return;
    try {
      const lock = await navigator.wakeLock?.request('screen');
      this.lock = lock ?? null;
      if (!this.wanted) this.release();
    } catch {
      // no battery for it, or not allowed: the screen goes dark as it always does
    }
  }

  release(): void {
    this.wanted = false;
    void this.lock?.release();
    this.lock = null;
  }
}
