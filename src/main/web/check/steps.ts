import type { Network } from '../media/probe';
import type { Surroundings } from '../media/platform';

/** What is tried, in this order, and what came of it. */
export const NAMES = ['browser', 'camera', 'microphone', 'speaker', 'network'] as const;
export type Name = (typeof NAMES)[number];

export type State = 'pending' | 'running' | 'passed' | 'partly' | 'failed' | 'skipped';

export interface Step {
  state: State;
  /** The cause, by which its words are found; empty when there is nothing to say. */
  why: string;
}

export type Steps = Record<Name, Step> & { measured: Network | null };

export function untried(): Steps {
  const step = (): Step => ({ state: 'pending', why: '' });
  return { browser: step(), camera: step(), microphone: step(), speaker: step(), network: step(), measured: null };
}

/** The result as the server keeps it. A browser that can do nothing is the reason for all that was not tried. */
export function fields(steps: Steps, here: Surroundings): Record<string, string> {
  const network = steps.measured;
  return {
    camera: device(steps, 'camera'),
    microphone: device(steps, 'microphone'),
    speaker: steps.speaker.state === 'passed' ? 'OK' : steps.speaker.state === 'failed' ? 'NOT_HEARD' : 'SKIPPED',
    network: known(network?.found ?? 'skipped'),
    way: known(network?.how ?? 'none'),
    roundTrip: String(network?.roundTrip ?? ''),
    kbits: String(network?.kbits ?? ''),
    browser: known(here.family),
    version: String(here.version || ''),
    platform: known(here.platform),
  };
}

function device(steps: Steps, name: 'camera' | 'microphone'): string {
  if (steps.browser.why) return known(steps.browser.why);
  const { state, why } = steps[name];
  if (state === 'passed') return 'OK';
  return why && state !== 'running' ? known(why) : 'SKIPPED';
}

function known(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}

/** Which words sum it up: the first that hinders most. */
export function verdict(steps: Steps): string {
  const bad = (name: Name) => steps[name].state === 'failed' || steps[name].why === 'silent';
  if (bad('browser')) return 'browser';
  if (bad('network')) return 'network';
  if (bad('microphone')) return bad('camera') ? 'both' : 'microphone';
  if (bad('speaker')) return 'speaker';
  if (steps.camera.state === 'failed' || steps.camera.why === 'dark') return 'camera';
  if (NAMES.some((name) => name !== 'network' && steps[name].state !== 'passed')) return 'partly';
  switch (steps.measured?.found) {
    case 'good':
    case 'weak':
    case 'poor':
      return steps.measured.found;
    case 'direct':
    case 'fault':
      return 'direct';
    default:
      return 'partly';
  }
}
