/** The popup of a combobox: which options there are and which one the arrows stand on. */
export class Listbox {
  constructor(
    private readonly list: HTMLElement,
    private readonly input: HTMLInputElement,
  ) {}

  get open(): boolean {
    return !this.list.hidden;
  }

  get options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role="option"]:not([aria-disabled="true"])')];
  }

  get active(): HTMLElement | null {
    return this.list.querySelector('[aria-selected="true"]');
  }

  show(html: string): void {
    this.list.innerHTML = html;
    this.list.scrollTop = 0;
    this.list.querySelectorAll('[role="option"]').forEach((option, at) => {
      option.id = `${this.list.id}-${at}`;
      option.setAttribute('aria-selected', 'false');
    });
    this.visible(this.list.childElementCount > 0);
  }

  close(): void {
    this.visible(false);
  }

  move(step: number): void {
    const all = this.options;
    const now = all.indexOf(this.active!);
    this.mark(all[now < 0 ? (step > 0 ? 0 : all.length - 1) : (now + step + all.length) % all.length]);
  }

  mark(option: HTMLElement | undefined): void {
    this.active?.setAttribute('aria-selected', 'false');
    if (!option) return;
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', option.id);
  }

  private visible(so: boolean): void {
    this.list.hidden = !so;
    this.input.setAttribute('aria-expanded', String(so));
    this.input.removeAttribute('aria-activedescendant');
  }
}
