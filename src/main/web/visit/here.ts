import { Devices } from '../media/devices';
import { surroundings } from '../media/platform';

/** The browser this runs in. */
export const here = surroundings(navigator.userAgent, navigator.maxTouchPoints);

export function ownDevices(): Devices {
  const calls = typeof RTCPeerConnection === 'function';
  return new Devices(navigator.mediaDevices, navigator.permissions, { secure: isSecureContext, inApp: here.inApp, calls });
}
