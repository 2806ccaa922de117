import type { Surroundings } from '../media/platform';
import { NAMES, type Name, type Steps } from './steps';

/** What is known beside the steps; nothing of the person, the visit or the link. */
export interface Around {
  here: Surroundings;
  userAgent: string;
  host: string;
  /** The TURN servers' addresses. */
  servers: string[];
  /** As the reader writes a moment. */
  at: string;
}

type Say = (key: string, ...values: (string | number)[]) => string;

/** A short text for one's IT support. @param title the sentence about a step, as on the page */
export function report(steps: Steps, around: Around, say: Say, title: (name: Name) => string): string {
  const { here } = around;
  const network = steps.measured;
  const lines = [
    say('report.title'),
    '',
    `${say('report.at')}: ${around.at}`,
    `${say('report.site')}: ${around.host}`,
    `${say('report.browser')}: ${here.family} ${here.version ?? ''}${here.inApp ? ' (in-app)' : ''}`.trimEnd(),
    `${say('report.platform')}: ${here.platform}`,
    `User agent: ${around.userAgent}`,
    '',
    ...NAMES.map((name) => line(steps, name, say, title)),
    '',
    `${say('report.servers')}: ${around.servers.join(', ') || say('report.none')}`,
  ];
  if (network?.kbits != null) {
    lines.push(`${say('report.measured')}: ${network.how.toUpperCase()}, ${network.roundTrip} ms, ${network.kbits} kbit/s`);
  }
  return [...lines, '', say('report.nothing'), ''].join('\r\n');
}

function line(steps: Steps, name: Name, say: Say, title: (name: Name) => string): string {
  const { state, why } = steps[name];
  const cause = why ? ` [${why}]` : '';
  return `${say(`name.${name}`)}: ${[say(`state.${state}`), title(name)].filter(Boolean).join('. ')}${cause}`;
}

/** Has the browser keep it as a file. */
export function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
