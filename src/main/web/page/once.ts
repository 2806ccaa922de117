const LONG_ENOUGH = 4000;

/** A second press while the first is on its way does nothing. The server bears it too; this spares the reader a wait. */
export function once(form: HTMLFormElement): void {
  let sent = 0;
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (Date.now() - sent < LONG_ENOUGH) return event.preventDefault();
    sent = Date.now();
    const pressed = (event as SubmitEvent).submitter;
    pressed?.setAttribute('aria-busy', 'true');
    setTimeout(() => pressed?.removeAttribute('aria-busy'), LONG_ENOUGH);
  });
  addEventListener('pageshow', () => (sent = 0)); // back from the next page
}
