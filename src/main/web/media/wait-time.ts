/** How long somebody has waited, for whoever can let in: past 5 minutes it is long, past 15 very long. */
export type WaitTime = { minutes: number; kind: 'short' | 'long' | 'very-long' };

export function waitTime(since: string, now: number): WaitTime {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000)) || 0;
  return { minutes, kind: minutes >= 15 ? 'very-long' : minutes >= 5 ? 'long' : 'short' };
}
