import type { Engine, Link } from '../media/engine';
import type { Person } from '../media/messages';
import type { Own } from '../media/own';
import { see } from './dom';
import { byId, element, facts, icon, initials, say, show } from './page';

interface Tile {
  box: HTMLElement;
  video: HTMLVideoElement;
  state: HTMLElement;
  muted: HTMLElement;
  /** Held by the element; tracks come and go in it, so that the sound never stops for a picture. */
  stream: MediaStream;
}

/** Everybody's picture, one's own last. */
export class Tiles {
  private readonly grid = byId('tiles');
  private readonly tiles = new Map<string, Tile>();
  private mine: Tile | null = null;
  private people: Person[] = [];

  constructor(
    private readonly own: Own,
    private readonly engine: () => Engine | null,
  ) {
    byId('listen').onclick = () => this.listen();
  }

  show(people: Person[], ownName: string): void {
    this.people = people;
    this.mine ??= this.ownTile(ownName);
    for (const [id, tile] of this.tiles) if (!people.some((it) => it.id === id)) this.remove(id, tile);
    for (const person of people) {
      if (!this.tiles.has(person.id)) this.tiles.set(person.id, this.tile(person));
      this.draw(person.id);
    }
    this.grid.dataset.count = String(people.length + 1);
    show('alone', people.length === 0);
    this.drawOwn();
  }

  clear(): void {
    this.people = [];
    for (const [id, tile] of this.tiles) this.remove(id, tile);
    if (this.mine) this.remove('', this.mine);
    this.mine = null;
    show('listen', false);
  }

  drawOwn(): void {
    if (!this.mine) return;
    const { camera, microphone } = this.own.shows;
    see(this.mine.video, camera ? this.own.tracks.video : null);
    this.mine.box.dataset.camera = camera ? 'on' : 'off';
    this.mine.muted.hidden = microphone;
  }

  draw(id: string): void {
    const tile = this.tiles.get(id);
    const person = this.people.find((it) => it.id === id);
    if (!tile || !person) return;
    const link = this.engine()?.link(id);
    const camera = link?.theirs.camera ?? false;
    this.fill(tile, link, camera);
    tile.box.dataset.camera = camera ? 'on' : 'off';
    tile.muted.hidden = link?.theirs.microphone ?? true;
    const state = link?.connected ? '' : link?.wasConnected || !person.online ? 'lost' : 'connecting';
    tile.box.dataset.state = state;
    tile.state.textContent = state ? say(`tile.${state}`) : '';
  }

  /** After the page was away: what the browser has paused goes on. */
  resume(): void {
    for (const { video } of this.tiles.values()) if (video.paused && video.srcObject) this.play(video);
  }

  private fill(tile: Tile, link: Link | undefined, camera: boolean): void {
    const { audio, video } = link?.remote ?? { audio: null, video: null };
    const wanted = [audio, camera ? video : null].filter((it) => it !== null);
    if (wanted.length === 0) return; // the last picture stays while a lost connection comes back
    const now = tile.stream.getTracks();
    for (const track of now) if (!wanted.includes(track)) tile.stream.removeTrack(track);
    for (const track of wanted) if (!now.includes(track)) tile.stream.addTrack(track);
    if (tile.video.srcObject) return;
    tile.video.srcObject = tile.stream;
    this.play(tile.video);
  }

  private play(video: HTMLVideoElement): void {
    video.play().catch((error: Error) => {
      if (error.name === 'NotAllowedError') show('listen', true);
    });
  }

  private listen(): void {
    show('listen', false);
    this.resume();
  }

  private remove(id: string, tile: Tile): void {
    tile.video.srcObject = null;
    tile.box.remove();
    this.tiles.delete(id);
  }

  private tile(person: Person): Tile {
    const made = tile(person.name, person.detail, person.staff);
    this.grid.insertBefore(made.box, this.mine?.box ?? null);
    return made;
  }

  private ownTile(name: string): Tile {
    const made = tile(name, say('you'), facts.mode === 'STAFF');
    made.box.classList.add('own');
    made.video.classList.add('mirror');
    made.video.muted = true;
    this.grid.append(made.box);
    return made;
  }
}

function tile(name: string, detail: string, staff: boolean): Tile {
  const box = element('div', 'tile');
  box.dataset.participant = name;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', detail ? `${name}, ${detail}` : name);
  const mark = element('span', 'avatar', initials(name));
  mark.dataset.size = 'lg';
  mark.dataset.group = staff ? 'staff' : 'guest';
  mark.setAttribute('aria-hidden', 'true');
  const video = element('video');
  video.autoplay = video.playsInline = true;
  video.setAttribute('aria-label', say('tile.video', name));
  const label = element('p', 'label');
  const muted = element('span', 'label-muted');
  muted.append(icon('mic-off'), element('span', 'ds-sr-only', say('tile.muted')));
  muted.hidden = true;
  label.append(muted, element('span', 'label-name', name));
  if (detail) label.append(element('span', 'label-dot', ' · '), element('span', 'label-detail', detail));
  const state = element('p', 'tile-state');
  box.append(mark, video, label, state);
  return { box, video, state, muted, stream: new MediaStream() };
}
