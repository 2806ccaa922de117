type Row = { mark: string; row: HTMLElement };

/** A list that is drawn anew only where it changed, so that a press or the focus in it is never lost. */
export class Rows<T extends { id: string }> {
  private readonly rows = new Map<string, Row>();

  /** @param home where the focus goes when what had it is gone */
  constructor(
    private readonly list: HTMLElement,
    private readonly home: HTMLElement,
    private readonly make: (it: T) => HTMLElement,
  ) {}

  /** Those that were not there before. */
  show(items: T[]): T[] {
    const fresh = items.filter((it) => !this.rows.has(it.id));
    for (const [id, { row }] of this.rows) {
      if (items.some((it) => it.id === id)) continue;
      if (row.contains(document.activeElement)) this.home.focus();
      row.remove();
      this.rows.delete(id);
    }
    items.forEach((it, place) => this.put(it, place));
    return fresh;
  }

  private put(it: T, place: number): void {
    const mark = JSON.stringify(it);
    const old = this.rows.get(it.id);
    const row = old?.mark === mark ? old.row : this.make(it);
    if (old && old.row !== row) {
      const verb = old.row.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.verb : undefined;
      old.row.replaceWith(row);
      if (verb) (row.querySelector<HTMLElement>(`[data-verb="${verb}"]`) ?? this.home).focus();
    }
    if (this.list.children[place] !== row) this.list.insertBefore(row, this.list.children[place] ?? null);
    this.rows.set(it.id, { mark, row });
  }
}
