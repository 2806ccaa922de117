import { facts, initials, say, show, write } from './page';

/** What one who waits is told: who starts or lets in, and what happens then. */
export class Waiting {
  connecting(): void {
    write('waiting-title', say('waiting.connecting'));
    write('waiting-text', '');
    show('waiting-next', false);
  }

  show({ name, title }: { name: string; title: string }): void {
    show('responsible', name !== '');
    write('responsible-mark', initials(name));
    write('responsible-name', name);
    write('responsible-title', say('responsible.title', title));
    write('waiting-title', say('waiting.title'));
    write('waiting-text', waitingFor(name));
    show('waiting-next', true);
  }
}

function waitingFor(name: string): string {
  if (facts.mode === 'STAFF' && document.getElementById('start')) return say('waiting.text.staff', name);
  const key = facts.letIn ? 'waiting.text.guest' : 'waiting.text';
  return name ? say(key, name) : say(`${key}.nobody`);
}
