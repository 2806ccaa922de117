import { announce } from './announce.ts';
import { csrf, fields } from './send.ts';
import { replace } from './refresh.ts';

/**
 * <form data-into="#people, #problems">: posts, follows the redirect, and takes only those parts from the page that
 * comes back, so that what is open and scrolled to stays. Anything unexpected: the form posts as if there were no script.
 */
export function partial(form: HTMLFormElement, wire: (root: ParentNode) => void): void {
  form.addEventListener('submit', async (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const submitter = (event as SubmitEvent).submitter;
    const parts = form.dataset.into!.split(',').map((part) => part.trim());
    const to = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? location.href;
    let page: Document | undefined;
    try {
      const answer = await fetch(to, { method: 'POST', body: fields(form, submitter), headers: { Accept: 'text/html', ...csrf() } });
      if (answer.ok || answer.status === 422) page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (page && !parts.every((part) => page!.querySelector(part) && document.querySelector(part))) return location.assign(answer.url);
    } catch {
      // no answer: let the browser show why
    }
    if (!page) return form.submit();
    for (const part of parts) replace(document.querySelector<HTMLElement>(part)!, page.querySelector(part)!.innerHTML, wire);
    announce(page.querySelector<HTMLElement>('[data-announce]')?.dataset.announce);
  });
}
