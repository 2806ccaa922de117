import { copy } from '../../page/copy';
import { byId, facts, say, show, write } from '../page';

interface Shared {
  link: string;
  text: string;
}

/** "Dela en länk" in the panel. The server is asked each time: before the start there may be none, and one may be replaced. */
export function share(): void {
  const open = document.getElementById('share');
  if (!open) return;
  copy(byId<HTMLButtonElement>('share-copy'));
  open.onclick = async () => {
    const close = open.getAttribute('aria-expanded') === 'true';
    if (!close) await fill();
    open.setAttribute('aria-expanded', String(!close));
    show('share-link', !close);
    if (!close) byId('share-text').focus();
  };
}

async function fill(): Promise<void> {
  const shared = await ask();
  write('share-text', shared.text);
  byId<HTMLInputElement>('share-url').value = shared.link;
  show('share-row', shared.link !== '');
}

async function ask(): Promise<Shared> {
  try {
    const response = await fetch(`/visits/${facts.visit}/share`, { headers: { Accept: 'application/json' } });
    if (response.ok && !response.redirected) return (await response.json()) as Shared;
  } catch {
    // said below
  }
  return { link: '', text: say('problem.again', facts.phone) };
}
