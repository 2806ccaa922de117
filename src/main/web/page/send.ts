/** The layout's anti-forgery token, as the header the server wants. */
export function csrf(): Record<string, string> {
  return { 'X-XSRF-TOKEN': document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? '' };
}

/** The form's fields as the form itself would send them; files never occur here. */
export function fields(form: HTMLFormElement, submitter?: HTMLElement | null): URLSearchParams {
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') sent.append(name, value);
  return sent;
}

/** Thrown when the answer was the sign-in page: the session is over. */
export class SignedOut extends Error {}

/**
 * The HTML at that address. Never follows to the sign-in page, which must not end up inside another page. What is asked
 * for about a person is posted, since an address is written down in many places.
 */
export async function fragment(url: string, signal?: AbortSignal, posted?: URLSearchParams): Promise<string> {
  const how = posted ? { method: 'POST', body: posted, headers: { Accept: '*/*', ...csrf() } } : { headers: { Accept: '*/*' } };
  const answer = await fetch(url, { signal: signal ?? null, ...how });
  if (answer.redirected) throw new SignedOut();
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

/** The address with one parameter set. */
export function withParameter(url: string, name: string, value: string): string {
  const to = new URL(url, location.href);
  to.searchParams.set(name, value);
  return to.pathname + to.search;
}
