/** The page the server made: its facts and its texts. */

const root = document.getElementById('check')!;
export const texts = JSON.parse(root.dataset.texts!) as Record<string, string>;

export const facts = {
  url: root.dataset.url!,
  kept: root.dataset.kept === 'true',
  phone: root.dataset.phone!,
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
