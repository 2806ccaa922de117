import { byId, enter, facts, show, write } from './page';
import { title } from './title';

/** Not in the visit any more, and why; with a way back where there is one. */
export function end(what: string, text: string, again: string): void {
  enter('over');
  write('over-title', what);
  write('over-text', text);
  write('again', again);
  show('again', again !== '');
  title(`${what} – ${facts.title}`);
  byId('over-title').focus();
}
