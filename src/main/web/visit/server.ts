import { facts, say } from './page';

export type Answer =
  | { kind: 'joined' }
  | { kind: 'problems'; problems: Record<string, string> }
  | { kind: 'over' | 'elsewhere'; title: string; text: string }
  | { kind: 'stale' }
  | { kind: 'failed' };

/** The script's own posts; the anti-forgery token is the page's. */
async function post(url: string, fields: Record<string, string> = {}): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'X-XSRF-TOKEN': document.querySelector<HTMLMetaElement>('meta[name="csrf"]')!.content,
      Accept: 'application/json',
    },
    body: new URLSearchParams(fields),
  });
  if (response.redirected) location.assign(response.url); // signed out meanwhile
  return response;
}

export async function join(fields: Record<string, string>): Promise<Answer> {
  try {
    const response = await post(facts.joinUrl, fields);
    if (response.redirected) return { kind: 'stale' };
    if (response.ok) return { kind: 'joined' };
    if (response.status === 422) {
      return { kind: 'problems', ...((await response.json()) as { problems: Record<string, string> }) };
    }
    if (response.status === 423) location.reload(); // shut meanwhile: that page says when it opens
    if (response.status === 410 || response.status === 409) {
      const said = (await response.json()) as { title: string; text: string };
      return { kind: response.status === 410 ? 'over' : 'elsewhere', ...said };
    }
    return { kind: response.status === 403 ? 'stale' : 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}

/** One of the visit's verbs: leave, start, end, admit/ID … Empty when the server took it, otherwise the sentence to show. */
export async function tell(verb: string, fields: Record<string, string> = {}): Promise<string> {
  try {
    const response = await post(`/visits/${facts.visit}/${verb}`, fields);
    if (response.ok && !response.redirected) return '';
    if (response.status === 409) return ((await response.json()) as { text: string }).text;
  } catch {
    // said below
  }
  return say('problem.again', facts.phone);
}
