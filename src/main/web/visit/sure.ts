import { byId, write } from './page';

/** Asks once before what cannot be taken back. */
export function sure(title: string, text: string, yes: string): Promise<boolean> {
  const dialog = byId<HTMLDialogElement>('sure');
  write('sure-title', title);
  write('sure-text', text);
  write('sure-yes', yes);
  return new Promise((answer) => {
    byId('sure-yes').onclick = () => dialog.close('yes');
    byId('sure-no').onclick = () => dialog.close('no');
    dialog.onclose = () => answer(dialog.returnValue === 'yes');
    dialog.returnValue = 'no';
    dialog.showModal();
    byId('sure-no').focus();
  });
}
