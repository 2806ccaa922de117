import { ordinary, type Clock } from './clock';
import type { Body, FromServer, ToServer } from './messages';

/** The part of a WebSocket that is used here. */
export type Socket = {
  readonly readyState: number;
  send(data: string): void;
  close(): void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: MessageEvent<string>) => void) | null;
  onclose: ((event: never) => void) | null;
};

const OPEN = 1;
const PING_EVERY = 3000;
/** No answer for so long: the socket is dead, whatever it says of itself. */
const SILENT_FOR = 5000;
const FIRST_WAIT = 200;
const LONGEST_WAIT = 3000;

/**
 * A socket that comes back by itself. What is said while it is away is dropped: whoever listens says it again after
 * the welcome that every new socket begins with.
 */
export class Signalling {
  private socket: Socket | null = null;
  private timer: unknown = null;
  private wait = FIRST_WAIT;
  private heardAt = 0;
  /** When it was first asked and has not answered since; a page in the background may be woken once a minute only. */
  private askedAt: number | null = null;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly hear: (message: FromServer) => void,
    private readonly connected: (yes: boolean) => void,
    private readonly open: (url: string) => Socket = (url) => new WebSocket(url) as unknown as Socket,
    private readonly clock: Clock = ordinary,
  ) {}

  start(): void {
    this.stopped = false;
    if (!this.socket) this.connect();
  }

  stop(): void {
    this.stopped = true;
    this.clock.cancel(this.timer);
    this.drop();
  }

  /** The network or the page is back: do not wait for the next try. */
  wake(): void {
    if (this.stopped) return;
    const quiet = this.clock.now() - this.heardAt > PING_EVERY * 1.5;
    if (this.socket?.readyState === OPEN && !quiet) return;
    this.wait = FIRST_WAIT;
    this.clock.cancel(this.timer);
    this.drop();
    this.connect();
  }

  signal(to: string, page: string, body: Body): void {
    this.say({ type: 'signal', to, page, body });
  }

  private say(message: ToServer): void {
    if (this.socket?.readyState === OPEN) this.socket.send(JSON.stringify(message));
  }

  private connect(): void {
    const socket = this.open(this.url);
    this.socket = socket;
    this.heardAt = this.clock.now();
    this.askedAt = null;
    this.clock.cancel(this.timer);
    this.timer = this.clock.after(PING_EVERY, () => this.beat());
    socket.onopen = () => {
      this.heardAt = this.clock.now();
      this.connected(true);
    };
    socket.onmessage = (event) => {
      this.heardAt = this.clock.now();
      this.askedAt = null;
      this.wait = FIRST_WAIT;
      this.hear(JSON.parse(event.data) as FromServer);
    };
    socket.onclose = () => this.lost();
  }

  private beat(): void {
    const now = this.clock.now();
    if (this.askedAt !== null && now - this.askedAt >= SILENT_FOR) return this.lost();
    this.askedAt ??= now;
    this.say({ type: 'ping' });
    this.timer = this.clock.after(PING_EVERY, () => this.beat());
  }

  private lost(): void {
    this.clock.cancel(this.timer);
    this.drop();
    if (this.stopped) return;
    this.connected(false);
    this.timer = this.clock.after(this.wait, () => this.connect());
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
