import type { Shows } from '../media/messages';
import type { Own } from '../media/own';
import { all, byId, facts, say, show, write } from './page';
import type { SelfView } from './self';
import { join, type Answer } from './server';

/** The way in: who one is, with camera, with sound only, or only listening. Never shut because a device failed. */
export class Door {
  private tries = 0;
  private last: Shows | undefined;

  constructor(
    private readonly own: Own,
    private readonly self: SelfView,
    private readonly pageId: string,
    private readonly done: (answer: Answer) => void,
  ) {
    byId<HTMLFormElement>('join').onsubmit = (event) => {
      event.preventDefault();
      void this.go();
    };
    byId('here').onclick = () => void this.go(this.last, true);
    for (const button of all('[data-join-with]')) {
      button.onclick = () => void this.go({ camera: false, microphone: button.dataset.joinWith === 'microphone' });
    }
  }

  private problem(text: string): void {
    write('join-problem', text);
    show('join-problem', text !== '');
    if (text) this.busy(false);
  }

  /** @param here one who is there in another browser goes on in this one */
  private async go(only?: Shows, here = false): Promise<void> {
    if (!this.complete()) return;
    const thisTry = ++this.tries;
    this.last = only;
    this.problem('');
    show('elsewhere', false);
    this.busy(true);
    if (only) this.own.only(only);
    if (only?.microphone && !this.own.tracks.audio) await this.self.open();
    else if (!only && !this.own.asked) await this.self.turnOn();
    else if (!only) await this.own.ready();
    this.self.rest();
    if (thisTry !== this.tries) return; // chose another way in while the browser's question was open
    this.answered(await join({ page: this.pageId, device: this.own.result, ...names(), ...(here ? { here: 'true' } : {}) }));
  }

  private answered(answer: Answer): void {
    if (answer.kind === 'problems') {
      this.busy(false);
      Object.entries(answer.problems).forEach(([field, text]) => fieldProblem(field, text));
      all<HTMLInputElement>('#join [aria-invalid="true"]')[0]?.focus();
    } else if (answer.kind === 'failed') this.problem(say('problem.again', facts.phone));
    else if (answer.kind === 'elsewhere') this.elsewhere(answer.title, answer.text);
    else if (answer.kind === 'stale') this.problem(say('problem.stale'));
    else {
      if (facts.asksName) facts.ownName = names().name ?? '';
      this.done(answer);
    }
  }

  /** One is asked before the other browser is closed. */
  private elsewhere(title: string, text: string): void {
    this.busy(false);
    write('elsewhere-title', title);
    write('elsewhere-text', text);
    show('elsewhere', true);
    byId('elsewhere-title').focus();
  }

  private complete(): boolean {
    if (!facts.asksName) return true;
    const empty = Object.keys(names()).filter((field) => {
      const missing = names()[field] === '';
      fieldProblem(field, missing ? say(`problem.${field}`) : '');
      return missing;
    });
    if (empty[0]) byId(empty[0]).focus();
    return empty.length === 0;
  }

  private busy(yes: boolean): void {
    if (!yes) this.self.draw();
    byId('go').setAttribute('aria-busy', String(yes));
  }
}

function names(): Record<string, string> {
  if (!facts.asksName) return {};
  const asked = ['name', 'role'].filter((id) => document.getElementById(id)); // of an interpreter the role is known
  return Object.fromEntries(asked.map((id) => [id, byId<HTMLInputElement>(id).value.trim()]));
}

function fieldProblem(field: string, text: string): void {
  if (!document.getElementById(`${field}-problem`)) return;
  write(`${field}-problem`, text);
  show(`${field}-problem`, text !== '');
  const input = byId(field);
  if (text) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}
