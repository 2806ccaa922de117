/** The page the server made: its facts, its texts, and which of its stages is seen. */

const root = document.getElementById('call')!;
const texts = JSON.parse(root.dataset.texts!) as Record<string, string>;

export const facts = {
  visit: root.dataset.visit!,
  mode: root.dataset.mode as 'STAFF' | 'PATIENT' | 'GUEST',
  joinUrl: root.dataset.join!,
  ownName: root.dataset.own!,
  asksName: root.dataset.asks === 'true',
  letIn: root.dataset.letIn === 'true',
  joined: root.dataset.joined === 'true',
  phone: root.dataset.phone!,
  title: document.title,
};

export function say(key: string, ...values: (string | number)[]): string {
  return values.reduce<string>((text, value, i) => text.replaceAll(`{${i}}`, String(value)), texts[key] ?? key);
}

export function has(key: string): boolean {
  return key in texts;
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id} on the page`);
  return found as T;
}

export function all<T extends HTMLElement = HTMLElement>(selector: string): T[] {
  return [...root.querySelectorAll<T>(selector)];
}

export function show(id: string, yes: boolean): void {
  const found = document.getElementById(id);
  if (found) found.hidden = !yes;
}

export function write(id: string, text: string): void {
  const found = document.getElementById(id);
  if (found && found.textContent !== text) found.textContent = text;
}

export type Stage = 'door' | 'waiting' | 'room' | 'over';

export function stage(): Stage {
  return root.dataset.stage as Stage;
}

/** Shows one stage; true when it was another before. */
export function enter(next: Stage): boolean {
  const before = stage();
  root.dataset.stage = document.body.dataset.stage = next;
  show('lobby', next === 'door' || next === 'waiting');
  show('door', next === 'door');
  show('door-actions', next === 'door');
  show('waiting', next === 'waiting');
  show('waiting-actions', next === 'waiting');
  show('room', next === 'room');
  show('over', next === 'over');
  return before !== next;
}

export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `/assets/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, look = '', text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (look) made.className = look;
  if (text) made.textContent = text;
  return made;
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letter = (word: string | undefined) => [...(word ?? '')][0] ?? '';
  return (letter(words[0]) + (words.length > 1 ? letter(words.at(-1)) : '')).toUpperCase();
}

/** How long a sentence stays in the live region; those of the same moment are read together. */
const SAID_FOR = 5000;
let sayings: string[] = [];
let silence = 0;

export function announce(text: string): void {
  sayings = [...sayings, text].slice(-4);
  write('said', sayings.join(' '));
  clearTimeout(silence);
  silence = window.setTimeout(() => {
    sayings = [];
    write('said', '');
  }, SAID_FOR);
}
