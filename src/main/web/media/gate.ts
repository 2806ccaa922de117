import type { Outgoing, Tracks } from './engine';
import type { Shows } from './messages';

const NOTHING: Tracks = { audio: null, video: null };
const SILENT: Shows = { camera: false, microphone: false };

/** Until it is opened nobody sees or hears what is behind it; the connections are made all the same. */
export class Gate implements Outgoing {
  private open = true;

  constructor(private readonly own: Outgoing) {}

  get tracks(): Tracks {
    return this.open ? this.own.tracks : NOTHING;
  }

  get shows(): Shows {
    return this.open ? this.own.shows : SILENT;
  }

  get stream(): MediaStream {
    return this.own.stream;
  }

  get shut(): boolean {
    return !this.open;
  }

  set(open: boolean): void {
    this.open = open;
  }
}
