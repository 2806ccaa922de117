/**
 * <form data-live data-into="#fits">: each change is sent at once, so that its button, which is there for who has no
 * script, goes.
 */
export function live(form: HTMLFormElement): void {
  form.querySelectorAll<HTMLElement>('[data-without-script]').forEach((it) => (it.hidden = true));
  form.addEventListener('change', () => form.requestSubmit());
}
