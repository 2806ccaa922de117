import type { Device } from './devices';
import type { Platform } from './platform';

/** What is the matter, the one thing to do about it here, and the ordinary way to take part with less. */
export interface Words {
  title: string;
  next: string;
  less: string;
}

/** The words for one cause: the door and the device check say the same. "both" is camera and microphone. */
export function words(texts: Record<string, string>, why: string, device: Device | 'both', platform: Platform): Words {
  const fill = (text: string | undefined) =>
    (text ?? '').replaceAll('{0}', texts[`trouble.the.${device}`] ?? '').replaceAll('{1}', texts[`trouble.name.${device}`] ?? '');
  const first = (...keys: string[]) => texts[keys.map((key) => `trouble.${key}`).find((key) => key in texts) ?? ''];
  return {
    title: fill(first(`${why}.title.${device}`, `${why}.title`)),
    next: fill(first(`${why}.${device}.${platform}`, `${why}.${platform}`, `${why}.${device}`, `${why}.text`)),
    less: fill(first(`${why}.less`, `less.${device}`)),
  };
}
