import { chime } from '../visit/chime.ts';
import { announce } from './announce.ts';
import { fragment } from './send.ts';

const EVERY = 5000;
const AGAIN = 20_000;
const ON = 'vardrum-sound';
const SILENCED = 'vardrum-silenced'; // who was there when "Tysta" was pressed

/**
 * <div data-waiting="/url">: keeps a few words there while somebody waits for the reader, also while the page is in another
 * tab: the title then counts them. With the switch in [data-sound] on, a soft tone repeats until nobody waits or it was
 * silenced; of many tabs one rings. Never takes the focus.
 */
export function waiting(area: HTMLElement): void {
  const title = document.title;
  const control = document.querySelector<HTMLElement>('[data-sound]');
  let ids: string[] = [];
  let notice = '';
  let rings = false; // this tab is the one
  let rangAt = 0;

  async function turn(): Promise<void> {
    try {
      const html = await fragment(area.dataset.waiting!, AbortSignal.timeout(EVERY));
      if (html.trim() !== area.dataset.last) put(html.trim());
      sound();
    } catch {
      // the next turn is soon; the page's own areas say when there is no contact
    }
    setTimeout(turn, EVERY);
  }

  function put(html: string): void {
    area.dataset.last = html;
    area.innerHTML = html;
    const told = area.querySelector<HTMLElement>('[data-ids]');
    const now = (told?.dataset.ids ?? '').split(' ').filter(Boolean);
    const fresh = now.some((id) => !ids.includes(id));
    ids = now;
    notice = told?.dataset.notice ?? '';
    document.title = ids.length ? `(${ids.length}) ${title}` : title;
    if (!fresh) return;
    rangAt = 0;
    announce(notice);
    if (rings && document.hidden) outside(notice);
  }

  function on(): boolean {
    return kept(ON) === 'on';
  }

  function silenced(): boolean {
    const those = kept(SILENCED).split(' ');
    return ids.every((id) => those.includes(id));
  }

  function sound(): void {
    show();
    if (!rings || !on() || !ids.length || silenced() || Date.now() - rangAt < AGAIN) return;
    rangAt = Date.now();
    document.body.dataset.rang = String(Number(document.body.dataset.rang ?? 0) + 1);
    chime('knock');
  }

  function show(): void {
    if (!control) return;
    control.hidden = false;
    const button = control.querySelector('[data-switch]')!;
    button.setAttribute('aria-checked', String(on()));
    hide('[data-on]', !on());
    hide('[data-off]', on());
    hide('[data-blocked]', !on() || touched());
    hide('[data-silence]', !on() || !ids.length || silenced());
  }

  function hide(part: string, so: boolean): void {
    control!.querySelector<HTMLElement>(part)!.hidden = so;
  }

  /** A browser makes no sound before a touch, so only a tab that was touched may be the one that rings. */
  function stand(): void {
    if (rings || !touched()) return;
    if (!navigator.locks) return void (rings = true);
    void navigator.locks.request('vardrum-ring', () => {
      rings = true;
      sound();
      return new Promise<void>(() => undefined); // until the tab is closed
    });
    removeEventListener('pointerup', stand);
    removeEventListener('keyup', stand);
  }

  control?.querySelector('[data-switch]')?.addEventListener('click', () => {
    keep(ON, on() ? 'off' : 'on');
    if (on() && 'Notification' in window && Notification.permission === 'default') void Notification.requestPermission();
    stand();
    sound();
  });
  control?.querySelector('[data-silence]')?.addEventListener('click', () => {
    keep(SILENCED, ids.join(' '));
    control.querySelector<HTMLElement>('[data-switch]')?.focus();
    show();
  });
  addEventListener('storage', sound);
  addEventListener('pointerup', stand);
  addEventListener('keyup', stand);
  stand();
  show();
  void turn();
}

function touched(): boolean {
  return navigator.userActivation ? navigator.userActivation.hasBeenActive : true;
}

/** Where the reader allowed it when the switch was pressed. */
function outside(text: string): void {
  try {
    if ('Notification' in window && Notification.permission === 'granted') new Notification(text, { tag: 'vardrum-waiting', silent: true });
  } catch {
    // some browsers have it only for workers
  }
}

function kept(name: string): string {
  try {
    return localStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // not kept: the switch stays off
  }
}
