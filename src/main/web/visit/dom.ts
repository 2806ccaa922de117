/** What the pages of a visit do with their elements. */

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id} on the page`);
  return found as T;
}

export function show(id: string, yes: boolean): void {
  const found = document.getElementById(id);
  if (found) found.hidden = !yes;
}

export function write(id: string, text: string): void {
  const found = document.getElementById(id);
  if (found && found.textContent !== text) found.textContent = text;
}

export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `/assets/call-icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, look = '', text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (look) made.className = look;
  if (text) made.textContent = text;
  return made;
}

/** Gives a video element exactly this picture, without touching it when it has it already. */
export function see(video: HTMLVideoElement, track: MediaStreamTrack | null): void {
  const now = (video.srcObject as MediaStream | null)?.getTracks()[0] ?? null;
  if (now === track) return;
  video.srcObject = track ? new MediaStream([track]) : null;
  if (track) void video.play().catch(() => {});
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
