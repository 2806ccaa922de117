/** Tells a screen reader something politely, through the one live region of the layout. */
export function announce(words: string | null | undefined): void {
  const region = document.getElementById('live');
  if (!region || !words) return;
  region.textContent = '';
  setTimeout(() => (region.textContent = words), 50); // the same words twice must be heard twice
}

/** "{0} förslag" with 3 gives "3 förslag". The words come from the element, else from the layout's body. */
export function words(of: HTMLElement, name: string, value: string | number = ''): string {
  return (of.dataset[name] || document.body.dataset[name] || '').replace('{0}', String(value));
}
