import type { Choice, Device, Devices, Trouble, Wanted } from './devices';
import type { Kind, Outgoing, Tracks } from './engine';
import type { Shows } from './messages';

/** What this person sends. The camera, off, is let go (its lamp goes out); the microphone, off, is kept and silent. */
export class Own implements Outgoing {
  readonly tracks: Tracks = { audio: null, video: null };
  trouble: Trouble | null = null;
  /** What has been asked for at least once on this page. */
  asked = false;
  choice: Choice = {};

  private wantsCamera = true;
  private wantsMicrophone = true;
  private opening: Promise<void> = Promise.resolve();

  constructor(
    private readonly devices: Devices,
    readonly stream: MediaStream,
    /** Tells which kind's track is another now; undefined when only what is shown changed. */
    private readonly changed: (kind?: Kind) => void,
  ) {}

  get shows(): Shows {
    return {
      camera: this.wantsCamera && this.tracks.video !== null,
      microphone: this.wantsMicrophone && this.tracks.audio !== null,
    };
  }

  /** What the person wants, for coming back after a reload as one was. */
  get wants(): Shows {
    return { camera: this.wantsCamera, microphone: this.wantsMicrophone };
  }

  set wants({ camera, microphone }: Shows) {
    this.wantsCamera = camera;
    this.wantsMicrophone = microphone;
  }

  /** "camera,microphone", "microphone" or "none": what staff see of the device check. */
  get result(): string {
    const has = (['camera', 'microphone'] as Device[]).filter((it) => this.shows[it]);
    return has.join(',') || 'none';
  }

  /** Opens what is wanted and not open yet; one request after the other. */
  open(wanted: Wanted = this.wants): Promise<void> {
    this.opening = this.opening.then(() => this.openNow(wanted));
    return this.opening;
  }

  /** Settled when nothing is being asked for any more. */
  ready(): Promise<void> {
    return this.opening;
  }

  /** Joining with less than one has: what is not wanted is let go. */
  only(wants: Shows): void {
    this.wants = wants;
    if (!wants.camera) this.put('video', null);
    if (!wants.microphone) this.put('audio', null);
    if (!wants.camera || !wants.microphone) this.trouble = null;
    this.changed();
  }

  async toggle(device: Device): Promise<void> {
    if (device === 'microphone') return this.toggleMicrophone();
    this.wantsCamera = !this.shows.camera;
    if (this.wantsCamera) return this.open({ camera: true });
    this.put('video', null);
    this.changed();
  }

  async choose(device: Device, id: string): Promise<void> {
    this.choice = { ...this.choice, [device]: id };
    const kind = kindOf(device);
    if (this.tracks[kind]) this.put(kind, null);
    await this.open({ [device]: true });
  }

  /** After a phone call or a locked screen a track may be dead although the page lives. */
  async revive(): Promise<void> {
    const dead = (kind: Kind) => this.tracks[kind]?.readyState === 'ended' || this.tracks[kind]?.muted === true;
    const wanted = { camera: this.wantsCamera && dead('video'), microphone: dead('audio') };
    if (wanted.camera) this.put('video', null);
    if (wanted.microphone) this.put('audio', null);
    if (wanted.camera || wanted.microphone) await this.open(wanted);
  }

  stop(): void {
    this.put('video', null);
    this.put('audio', null);
    this.asked = false;
  }

  private async toggleMicrophone(): Promise<void> {
    this.wantsMicrophone = !this.shows.microphone;
    if (this.wantsMicrophone && !this.tracks.audio) return this.open({ microphone: true });
    if (this.tracks.audio) this.tracks.audio.enabled = this.wantsMicrophone;
    this.changed();
  }

  private async openNow(wanted: Wanted): Promise<void> {
    const missing = {
      camera: Boolean(wanted.camera) && !this.tracks.video,
      microphone: Boolean(wanted.microphone) && !this.tracks.audio,
    };
    if (!missing.camera && !missing.microphone) return;
    this.asked = true;
    const { audio, video, trouble } = await this.devices.open(missing, this.choice);
    this.trouble = trouble;
    if (audio) audio.enabled = this.wantsMicrophone;
    if (audio) this.put('audio', audio);
    if (video && this.wantsCamera) this.put('video', video);
    else video?.stop();
    this.changed();
  }

  private put(kind: Kind, track: MediaStreamTrack | null): void {
    const old = this.tracks[kind];
    if (old === track) return;
    if (old) old.onended = null;
    old?.stop();
    this.tracks[kind] = track;
    // Unplugged, or taken by a phone call: try the device that is left.
    if (track) track.onended = () => void this.lost(kind);
    this.changed(kind);
  }

  private async lost(kind: Kind): Promise<void> {
    this.put(kind, null);
    const device: Device = kind === 'video' ? 'camera' : 'microphone';
    this.choice = { ...this.choice, [device]: undefined };
    await this.open({ [device]: true });
  }
}

function kindOf(device: Device): Kind {
  return device === 'camera' ? 'video' : 'audio';
}
