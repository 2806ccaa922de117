import { announce } from './announce.ts';
import { fragment, SignedOut } from './send.ts';

const FAILURES_BEFORE_TELLING = 3;
const LATE = 8000;

/**
 * <div data-refresh="/url" data-every="2000">: keeps its content fresh while the page is looked at. A fragment with
 * data-refresh-stop in it is the last one, and what an element in it has in data-announce is said when it has turned.
 * What was searched for in it stands in data-query and is posted along.
 * Without script one reloads.
 */
export function refresh(area: HTMLElement, wire: (root: ParentNode) => void): void {
  const every = Number(area.dataset.every ?? 5000);
  let before: string | undefined;
  let failures = 0;
  let timer = 0;

  async function turn(): Promise<void> {
    if (document.hidden || !area.isConnected) return;
    const url = area.dataset.refresh!;
    const query = area.dataset.query;
    try {
      const html = await fragment(url, AbortSignal.timeout(LATE), query ? new URLSearchParams({ q: query }) : undefined);
      if (failures) offline(false);
      failures = 0;
      const now = withoutToken(html);
      if (query === area.dataset.query && now !== before && !busy(area)) {
        const first = before === undefined;
        before = now;
        const said = words(area);
        if (!(first && same(area, html))) replace(area, html, wire);
        if (words(area) !== said) announce(words(area));
      }
    } catch (problem) {
      if (problem instanceof SignedOut) return location.reload(); // a list that silently grows old is worse
      if (++failures === FAILURES_BEFORE_TELLING) offline(true);
    }
    if (!area.querySelector('[data-refresh-stop]')) plan();
  }

  function plan(): void {
    clearTimeout(timer);
    timer = setTimeout(turn, every);
  }

  plan();
  document.addEventListener('visibilitychange', () => !document.hidden && !area.querySelector('[data-refresh-stop]') && turn());
}

function words(area: HTMLElement): string | undefined {
  return area.querySelector<HTMLElement>('[data-announce]')?.dataset.announce;
}

/** Pressed right now, in a dialog, or half typed in: then the next turn is soon enough. */
function busy(area: HTMLElement): boolean {
  const typing = document.activeElement;
  return area.matches(':active')
    || document.querySelector('dialog[open]') !== null // it may ask about a form in here
    || (area.contains(typing) && typing instanceof HTMLInputElement && typing.value !== typing.defaultValue);
}

function same(area: HTMLElement, html: string): boolean {
  const probe = document.createElement('template');
  probe.innerHTML = html;
  return withoutToken(probe.innerHTML).trim() === withoutToken(area.innerHTML).trim();
}

/** The anti-forgery token is written anew each time and changes nothing one sees. */
function withoutToken(html: string): string {
  return html.replace(/(name="_csrf" value=")[^"]*/g, '$1');
}

/** Puts new content in without losing the reader's place: focus and opened details survive. */
export function replace(area: HTMLElement, html: string, wire: (root: ParentNode) => void): void {
  const focused = area.contains(document.activeElement) ? key(document.activeElement!) : undefined;
  const places = focused ? around(area) : [];
  const open = new Set([...area.querySelectorAll('details[open][id]')].map((it) => it.id));
  area.innerHTML = html;
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  wire(area);
  if (!focused) return;
  const again = [...area.querySelectorAll<HTMLElement>('a, button, input, select, summary')].find((it) => key(it) === focused);
  if (again) return again.focus({ preventScroll: true });
  const place = places.map((id) => document.getElementById(id)).find(Boolean) ?? area;
  place.tabIndex = -1; // what had the focus is gone: stay at the place, not at the top of the page
  place.focus({ preventScroll: true });
}

/** Where the focus is, from the inside out, by the ids that may be there again. */
function around(area: HTMLElement): string[] {
  const ids = [];
  for (let it = document.activeElement; it && it !== area; it = it.parentElement) if (it.id) ids.push(it.id);
  return ids;
}

/** What makes a control the same control in the next fragment. */
function key(it: Element): string {
  const form = it.closest('form')?.getAttribute('action') ?? '';
  return it.id || [it.tagName, form, it.getAttribute('href'), it.getAttribute('name'), it.getAttribute('value'), form ? '' : it.textContent!.trim()].join('|');
}

function offline(so: boolean): void {
  const told = document.querySelector<HTMLElement>('[data-offline]');
  if (!told) return;
  told.hidden = !so;
  if (so) announce(told.textContent);
}
