import { words } from './announce.ts';

/**
 * <form data-confirm="Avboka besöket?" data-confirm-text="…" data-confirm-yes="Avboka" data-confirm-no="Behåll">: asks
 * first, in a real dialog. Without script the form just posts, so the server must bear that.
 */
export function confirm(form: HTMLFormElement): void {
  let answered = false;
  form.addEventListener('submit', (event) => {
    if (answered) return void (answered = false);
    event.preventDefault();
    event.stopImmediatePropagation();
    const submitter = (event as SubmitEvent).submitter;
    ask(form, () => {
      answered = true;
      form.requestSubmit(submitter);
    });
  }, { capture: true });
}

function ask(form: HTMLFormElement, yes: () => void): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'ds-dialog';
  dialog.setAttribute('aria-labelledby', 'confirm-question');
  const question = document.createElement('h2');
  question.id = 'confirm-question';
  question.textContent = words(form, 'confirm');
  const more = document.createElement('p');
  more.className = 'lines';
  more.textContent = words(form, 'confirmText');
  more.hidden = !more.textContent;
  const row = document.createElement('div');
  row.className = 'actions';
  const end = document.createElement('span');
  end.className = 'end';
  end.append(
    button(words(form, 'confirmNo'), 'secondary', () => dialog.close()),
    button(words(form, 'confirmYes'), '', () => { dialog.close(); yes(); }, 'confirmDanger' in form.dataset));
  row.append(end);
  dialog.append(question, more, row);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal(); // traps the focus, closes on Escape, and gives the focus back
}

function button(text: string, variant: string, pressed: () => void, danger = false): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = danger ? 'ds-button danger' : 'ds-button';
  if (variant) made.dataset.variant = variant;
  made.textContent = text;
  made.addEventListener('click', pressed);
  return made;
}

/** <a href="/a/page" data-dialog="#id">: opens that <dialog>; [data-close] in it closes. Without script the link leads on. */
export function opener(trigger: HTMLElement): void {
  trigger.addEventListener('click', (event) => {
    const dialog = document.querySelector<HTMLDialogElement>(trigger.dataset.dialog!);
    if (!dialog) return;
    event.preventDefault();
    dialog.showModal();
    for (const closer of dialog.querySelectorAll('[data-close]'))
      closer.addEventListener('click', (pressed) => { pressed.preventDefault(); dialog.close(); }, { once: true });
  });
}
