import { readFileSync } from 'node:fs';

/** A language's texts whose key starts so, without that start, as the page gets them. */
export function texts(language: 'sv' | 'en', folder: string, start: string): Record<string, string> {
  const lines = readFileSync(`src/main/resources/text/${folder}/messages_${language}.properties`, 'utf8').split('\n');
  const some = lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
  return Object.fromEntries(some.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
