/** The page the server made: its facts, its texts, and which of its stages is seen. */
import { show, write } from './dom';

export { announce, byId, element, icon, show, write } from './dom';

const root = document.getElementById('call')!;
export const texts = JSON.parse(root.dataset.texts!) as Record<string, string>;

export const facts = {
  visit: root.dataset.visit!,
  mode: root.dataset.mode as 'STAFF' | 'PATIENT' | 'GUEST',
  joinUrl: root.dataset.join!,
  ownName: root.dataset.own!,
  asksName: root.dataset.asks === 'true',
  letIn: root.dataset.letIn === 'true',
  joined: root.dataset.joined === 'true',
  phone: root.dataset.phone!,
  /** How one who leaves before the start is told of it. */
  tellsBy: root.dataset.tellsBy as 'SMS' | 'EMAIL' | 'NONE',
  /** The part of the script that only staff need; empty for others. */
  staffScript: root.dataset.staffScript ?? '',
  title: document.title,
};

export function say(key: string, ...values: (string | number)[]): string {
  return values.reduce<string>((text, value, i) => text.replaceAll(`{${i}}`, String(value)), texts[key] ?? key);
}

export function has(key: string): boolean {
  return key in texts;
}

export function all<T extends HTMLElement = HTMLElement>(selector: string): T[] {
  return [...root.querySelectorAll<T>(selector)];
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

/** What did not work, where one looks just now; empty takes it away. */
export function problem(text: string): void {
  const id = stage() === 'room' ? 'room-problem' : 'join-problem';
  write(id, text);
  show(id, text !== '');
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letter = (word: string | undefined) => [...(word ?? '')][0] ?? '';
  return (letter(words[0]) + (words.length > 1 ? letter(words.at(-1)) : '')).toUpperCase();
}

/** A reload is another page of the same person. */
export function newPageId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((it) => it.toString(16).padStart(2, '0')).join('');
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
