import { words, type Words } from '../media/trouble';
import { announce, byId, show, write } from '../visit/dom';
import { here } from '../visit/here';
import { all, facts, has, say, texts } from './page';
import { NAMES, type Name, type State, type Steps } from './steps';

const COLORS: Record<State, string> = {
  pending: 'neutral',
  running: 'info',
  passed: 'success',
  partly: 'warning',
  failed: 'danger',
  skipped: 'neutral',
};

/** The list of steps: what each came to, in words, and what to press. */
export class List {
  constructor(private readonly steps: Steps) {}

  /** Draws a step and tells a screen reader of it when it is settled. */
  set(name: Name, state: State, why = ''): void {
    const step = this.steps[name];
    if (step.state === state && step.why === why) return;
    Object.assign(step, { state, why });
    this.draw(name);
    if (state !== 'pending' && state !== 'running') this.tell(name);
  }

  /** Camera and microphone that failed for one reason: it is said once. */
  bothFailed(why: string): void {
    for (const name of ['camera', 'microphone'] as const) Object.assign(this.steps[name], { state: 'failed', why });
    this.draw('camera');
    this.draw('microphone');
    this.tell('camera');
  }

  private tell(name: Name): void {
    const { title, next } = this.words(name);
    announce([`${say(`name.${name}`)}: ${say(`state.${this.state(name)}`)}.`, title && `${title}.`, next].filter(Boolean).join(' '));
  }

  draw(name: Name): void {
    const { state, why } = this.steps[name];
    const { title, next, less } = this.words(name);
    byId(`step-${name}`).dataset.state = state;
    const tag = byId(`state-${name}`);
    tag.dataset.color = why === 'direct' ? 'info' : COLORS[state];
    tag.textContent = say(`state.${state}`);
    write(`result-${name}`, title);
    write(`next-${name}`, [next, less].filter(Boolean).join(' '));
    const settled = state === 'failed' || state === 'partly' || state === 'skipped';
    for (const button of all(`[data-again="${name}"]`)) button.hidden = !settled || !this.mayTryAgain(name);
    for (const button of all(`[data-skip="${name}"]`)) button.hidden = state !== 'running' || (name === 'microphone' && why === 'asking');
    if (name === 'browser') show('address-row', why === 'in-app');
  }

  drawAll(): void {
    NAMES.forEach((name) => this.draw(name));
  }

  /** Camera and microphone that failed alike have one button, the first. */
  private mayTryAgain(name: Name): boolean {
    const { browser, camera, microphone, measured } = this.steps;
    if (browser.why || name === 'browser') return false;
    if (name === 'network') return measured?.found !== 'direct';
    return name !== 'microphone' || microphone.why === '' || microphone.why !== camera.why;
  }

  state(name: Name): State {
    return this.steps[name].state;
  }

  why(name: Name): string {
    return this.steps[name].why;
  }

  /** The sentence about a step, as it also stands in the report. */
  title(name: Name): string {
    return this.words(name).title;
  }

  private words(name: Name): Words {
    const { state, why } = this.steps[name];
    const key = `${name}.${why || state}`;
    if (has(key)) return { title: say(key, facts.phone), next: has(`${key}.next`) ? say(`${key}.next`, facts.phone) : '', less: '' };
    if (!why || state === 'skipped') return { title: '', next: '', less: '' };
    const alike = this.steps.camera.why === why && this.steps.microphone.why === why;
    if (alike && name === 'microphone') return { title: say('microphone.alike'), next: '', less: '' };
    const device = name === 'browser' || alike ? 'both' : name === 'microphone' ? 'microphone' : 'camera';
    const found = words(texts, why, device, here.platform);
    return name === 'speaker' || name === 'browser' ? { ...found, less: '' } : found;
  }
}
