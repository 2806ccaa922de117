import { words } from './announce.ts';

/** <button data-copy="#link">: copies that field's value and says so beside it. */
export function copy(button: HTMLButtonElement): void {
  const said = document.createElement('p');
  said.className = 'copied';
  said.setAttribute('role', 'status');
  (button.closest('.row') ?? button).after(said);
  let timer = 0;

  button.addEventListener('click', async () => {
    const field = document.querySelector<HTMLInputElement>(button.dataset.copy!);
    if (!field) return;
    if (!(await written(field))) return field.select(); // then one copies by hand
    clearTimeout(timer);
    said.textContent = words(button, 'copied');
    timer = setTimeout(() => (said.textContent = ''), 8000);
  });
}

async function written(field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value); // only in a secure context, and it may be refused
    return true;
  } catch {
    const before = document.activeElement as HTMLElement | null;
    field.select();
    const done = document.execCommand('copy');
    before?.focus();
    return done;
  }
}
