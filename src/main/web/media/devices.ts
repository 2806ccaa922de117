/** Asking for camera and microphone, and understanding why they did not come (design/webrtc.md has the table). */

export type Device = 'camera' | 'microphone';

export type Why =
  | 'dismissed' // the question was closed without an answer: ask again
  | 'denied' // the browser remembers a no
  | 'system' // the browser may, the operating system says no
  | 'missing' // there is no such device
  | 'busy' // another program holds it
  | 'insecure' // not https
  | 'in-app' // a browser inside another app, without WebRTC
  | 'old' // a browser from before WebRTC
  | 'unknown';

export interface Trouble {
  device: Device | 'both';
  why: Why;
}

export interface Opened {
  video: MediaStreamTrack | null;
  audio: MediaStreamTrack | null;
  trouble: Trouble | null;
}

export type Wanted = Partial<Record<Device, boolean>>;
export type Choice = Partial<Record<Device, string>>;

type Media = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>;
type Asks = { query(of: { name: PermissionName }): Promise<{ state: PermissionState }> };

/** Enough for a conversation and light enough for a mesh of six. */
const PICTURE: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 24, max: 30 },
  facingMode: 'user',
};
const SOUND: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

export class Devices {
  constructor(
    private readonly media: Media | undefined,
    private readonly asks: Asks | undefined,
    private readonly surroundings: { secure: boolean; inApp: boolean; calls: boolean },
  ) {}

  /** False where no camera and no call can ever work. */
  get able(): boolean {
    return Boolean(this.media?.getUserMedia) && this.surroundings.calls;
  }

  /** Why not. */
  unable(): Why {
    if (!this.surroundings.secure) return 'insecure';
    return this.surroundings.inApp ? 'in-app' : 'old';
  }

  /** True when both may be used without a question. */
  async granted(): Promise<boolean> {
    const states = await Promise.all([this.permission('camera'), this.permission('microphone')]);
    return states.every((state) => state === 'granted');
  }

  async permission(device: Device): Promise<PermissionState | 'unknown'> {
    try {
      return (await this.asks!.query({ name: device as PermissionName })).state;
    } catch {
      return 'unknown';
    }
  }

  /** Gets what can be had; the trouble tells about the rest. Never throws. */
  async open(wanted: Wanted, choice: Choice = {}): Promise<Opened> {
    if (!this.able) return nothing({ device: whole(wanted), why: this.unable() });
    try {
      return opened(await this.ask(wanted, choice), null);
    } catch (error) {
      return this.instead(wanted, choice, error);
    }
  }

  private async instead(wanted: Wanted, choice: Choice, error: unknown): Promise<Opened> {
    if (name(error) === 'OverconstrainedError' && (choice.camera || choice.microphone)) return this.open(wanted);
    if (!(wanted.camera && wanted.microphone)) {
      const device = wanted.camera ? 'camera' : 'microphone';
      return nothing({ device, why: await this.why(device, error) });
    }
    return this.oneOfTwo(choice, error);
  }

  /** Both were asked for and the call failed as a whole: find out which one it was, without asking a question twice. */
  private async oneOfTwo(choice: Choice, error: unknown): Promise<Opened> {
    const [camera, microphone] = [await this.why('camera', error), await this.why('microphone', error)];
    if (camera === 'dismissed' && microphone === 'dismissed') return nothing({ device: 'both', why: 'dismissed' });
    if (settled(microphone) && settled(camera) && camera === microphone) return nothing({ device: 'both', why: camera });
    const order: [Device, Device][] = [['microphone', 'camera'], ['camera', 'microphone']];
    for (const [device, other] of order) {
      try {
        const stream = await this.ask({ [device]: true }, choice);
        return opened(stream, { device: other, why: device === 'microphone' ? camera : microphone });
      } catch {
        // That one neither.
      }
    }
    return nothing({ device: 'both', why: camera });
  }

  private ask(wanted: Wanted, choice: Choice): Promise<MediaStream> {
    return this.media!.getUserMedia({
      video: wanted.camera ? { ...PICTURE, ...exactly(choice.camera) } : false,
      audio: wanted.microphone ? { ...SOUND, ...exactly(choice.microphone) } : false,
    });
  }

  private async why(device: Device, error: unknown): Promise<Why> {
    switch (name(error)) {
      case 'NotAllowedError':
      case 'SecurityError':
        return this.refusal(device, error);
      case 'NotFoundError':
        return (await this.has(device)) ? 'unknown' : 'missing';
      case 'NotReadableError':
      case 'AbortError':
        return 'busy';
      default:
        return 'unknown';
    }
  }

  private async refusal(device: Device, error: unknown): Promise<Why> {
    if (/system/i.test((error as Error).message ?? '')) return 'system';
    const state = await this.permission(device);
    if (state === 'granted') return 'system';
    return state === 'prompt' ? 'dismissed' : 'denied';
  }

  private async has(device: Device): Promise<boolean> {
    const kind = device === 'camera' ? 'videoinput' : 'audioinput';
    try {
      return (await this.media!.enumerateDevices()).some((it) => it.kind === kind);
    } catch {
      return false;
    }
  }

  /** What can be chosen from; names are empty until permission is given. */
  async choices(): Promise<Record<Device, { id: string; label: string }[]>> {
    const all = (await this.media?.enumerateDevices().catch(() => [])) ?? [];
    const of = (kind: MediaDeviceKind) =>
      all.filter((it) => it.kind === kind && it.label).map((it) => ({ id: it.deviceId, label: it.label }));
    return { camera: of('videoinput'), microphone: of('audioinput') };
  }
}

/** A cause that asking for one device alone cannot change. */
function settled(why: Why): boolean {
  return why === 'denied' || why === 'missing';
}

function whole(wanted: Wanted): Trouble['device'] {
  return wanted.camera && wanted.microphone ? 'both' : wanted.camera ? 'camera' : 'microphone';
}

function exactly(id: string | undefined): MediaTrackConstraints {
  return id ? { deviceId: { exact: id } } : {};
}

function name(error: unknown): string {
  return error instanceof Error || (typeof error === 'object' && error !== null) ? String((error as Error).name) : '';
}

function opened(stream: MediaStream, trouble: Trouble | null): Opened {
  return { video: stream.getVideoTracks()[0] ?? null, audio: stream.getAudioTracks()[0] ?? null, trouble };
}

function nothing(trouble: Trouble): Opened {
  return { video: null, audio: null, trouble };
}
