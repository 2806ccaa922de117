/** What a browser says of itself, as far as it decides what a person has to press. */

export type Platform = 'iphone' | 'android' | 'windows' | 'mac' | 'other';
export type Family = 'chrome' | 'edge' | 'firefox' | 'safari' | 'samsung' | 'other';

export interface Surroundings {
  platform: Platform;
  family: Family;
  /** The major version; null when it does not tell. */
  version: number | null;
  /** A browser inside another app: mail, Facebook, Instagram … */
  inApp: boolean;
}

/** An iPad says that it is a Mac, but no Mac has a screen for several fingers. */
export function surroundings(userAgent: string, fingers: number): Surroundings {
  const platform = platformOf(userAgent, fingers);
  const [family, version] = familyOf(userAgent);
  return { platform, family, version, inApp: inApp(userAgent, platform) };
}

function platformOf(userAgent: string, fingers: number): Platform {
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && fingers > 1)) return 'iphone';
  if (/Android/.test(userAgent)) return 'android';
  if (/Windows/.test(userAgent)) return 'windows';
  if (/Macintosh/.test(userAgent)) return 'mac';
  return 'other';
}

/** In this order, since most of them also say that they are Chrome, and Chrome that it is Safari. */
const FAMILIES: [Family, RegExp][] = [
  ['edge', /Edg(?:e|A|iOS)?\/(\d{1,3})/],
  ['samsung', /SamsungBrowser\/(\d{1,3})/],
  ['firefox', /(?:Firefox|FxiOS)\/(\d{1,3})/],
  ['other', /(?:OPR|OPT|Vivaldi|YaBrowser|UCBrowser)\/(\d{1,3})/],
  ['chrome', /(?:Chrome|CriOS)\/(\d{1,3})/],
  ['safari', /Version\/(\d{1,3})[.\d]* .*Safari/],
];

function familyOf(userAgent: string): [Family, number | null] {
  for (const [family, pattern] of FAMILIES) {
    const found = pattern.exec(userAgent);
    if (found) return [family, Number(found[1])];
  }
  return ['other', null];
}

const APPS = /FBAN|FBAV|FB_IAB|Instagram|Messenger|Line\/|LinkedInApp|Snapchat|TikTok|musical_ly|Twitter|WhatsApp|GSA\/|Teams\/|MicroMessenger/;

/** Other apps on an iPhone leave out "Safari", those on Android say "wv". */
function inApp(userAgent: string, platform: Platform): boolean {
  if (APPS.test(userAgent)) return true;
  if (platform === 'iphone') return !/Safari\//.test(userAgent);
  return platform === 'android' && /; wv\)/.test(userAgent);
}
