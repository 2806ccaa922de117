import { fragment } from './send.ts';

/**
 * <details data-load="/url"><summary>…</summary><div><a href="/page">…</a></div></details>: fetches what is inside when
 * first opened. Without script the link inside leads to a page of it.
 */
export function load(details: HTMLDetailsElement, wire: (root: ParentNode) => void): void {
  let asked = false;
  details.addEventListener('toggle', async () => {
    if (!details.open || asked) return;
    asked = true;
    const inside = details.querySelector<HTMLElement>(':scope > :not(summary)');
    if (!inside) return;
    inside.setAttribute('aria-busy', 'true');
    try {
      inside.innerHTML = await fragment(details.dataset.load!);
      wire(inside);
    } catch {
      asked = false; // the link is still there
    }
    inside.removeAttribute('aria-busy');
  });
}
