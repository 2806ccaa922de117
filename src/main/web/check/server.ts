import { csrf } from '../page/send';
import { facts } from './page';

export type Servers = { kind: 'servers'; ice: RTCIceServer[] } | { kind: 'offline' } | { kind: 'stale' } | { kind: 'fault' };

function post(path: string, fields: Record<string, string>, last = false): Promise<Response> {
  const headers = { ...csrf(), Accept: 'application/json' };
  return fetch(facts.url + path, { method: 'POST', headers, body: new URLSearchParams(fields), keepalive: last });
}

/** Where to try the network; the answer itself is the first try. */
export async function servers(): Promise<Servers> {
  try {
    const response = await post('/network', {});
    if (response.redirected || response.status === 403 || response.status === 410 || response.status === 404) return { kind: 'stale' };
    if (!response.ok) return { kind: 'fault' };
    return { kind: 'servers', ...((await response.json()) as { ice: RTCIceServer[] }) };
  } catch {
    return { kind: 'offline' };
  }
}

/** True when it is kept. @param last the page is being left */
export async function keep(fields: Record<string, string>, last = false): Promise<boolean> {
  try {
    const response = await post('', fields, last);
    return response.ok && !response.redirected;
  } catch {
    return false;
  }
}
