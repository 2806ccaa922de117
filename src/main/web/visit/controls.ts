import { all, problem, say, stage } from './page';
import type { SelfView } from './self';
import { tell } from './server';
import { shortcuts } from './settings';
import { sure } from './sure';

const KEYS: Record<string, 'microphone' | 'camera'> = { m: 'microphone', v: 'camera' };

/** Leaving, starting, ending, and the keys M and V. */
export function controls(self: SelfView, leave: () => void): void {
  for (const button of all('[data-leave]')) button.onclick = leave;
  verb('start', async () => true);
  verb('end', () => sure(say('end.title'), say('end.text'), say('end')));
  addEventListener('keydown', (event) => {
    const device = KEYS[event.key.toLowerCase()];
    if (device && stage() === 'room' && shortcuts() && plain(event)) void self.toggle(device);
  });
}

function verb(name: 'start' | 'end', certain: () => Promise<boolean>): void {
  const button = document.getElementById(name);
  if (!button) return;
  button.onclick = async () => {
    if (!(await certain())) return;
    button.setAttribute('aria-busy', 'true');
    problem(await tell(name));
    button.removeAttribute('aria-busy');
  };
}

/** A letter alone, meant for nothing else. */
function plain(event: KeyboardEvent): boolean {
  const at = event.target as HTMLElement;
  return !(event.ctrlKey || event.metaKey || event.altKey || event.repeat || at.closest('input, select, textarea, dialog'));
}
