/** The summary of what is wrong gets the focus when there is one, and its links lead into the fields. */
export function focus(summary: HTMLElement): void {
  summary.focus();
  summary.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const field = link && target(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    const label = field.closest('.ds-field, fieldset') ?? field;
    label.scrollIntoView({ block: 'start' });
    field.focus({ preventScroll: true });
  });
}

/** The field of that id; for a group of choices, whose parts have ids of their own, the first of that name. */
function target(name: string): HTMLElement | null {
  const byId = document.getElementById(name);
  const field = byId?.matches('input, select, textarea, button') ? byId : byId?.querySelector<HTMLElement>('input, select, textarea');
  return field ?? document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]:not([type="hidden"])`) ?? byId;
}
