/**
 * Arrow keys in <div role="tablist">. Tabs that are links stay links: the arrows move, Enter goes there. Tabs that are
 * buttons with aria-controls show their panel.
 */
export function tabs(list: HTMLElement): void {
  const all = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
  const selected = () => all.find((tab) => tab.getAttribute('aria-selected') === 'true') ?? all[0];
  const panel = (tab: HTMLElement) => document.getElementById(tab.getAttribute('aria-controls') ?? '');

  function only(reachable: HTMLElement | undefined): void {
    for (const tab of all) tab.tabIndex = tab === reachable ? 0 : -1;
  }

  function select(tab: HTMLElement): void {
    if (tab instanceof HTMLAnchorElement || !panel(tab)) return;
    for (const each of all) {
      each.setAttribute('aria-selected', String(each === tab));
      const its = panel(each);
      if (its) its.hidden = each !== tab;
    }
    only(tab);
  }

  only(selected());
  list.addEventListener('click', (event) => {
    const tab = (event.target as Element).closest<HTMLElement>('[role="tab"]');
    if (tab) select(tab);
  });
  list.addEventListener('focusout', () => only(selected()));
  list.addEventListener('keydown', (event) => {
    const now = all.indexOf(document.activeElement as HTMLElement);
    if (now < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const tab = all[(next + all.length) % all.length];
      only(tab);
      tab?.focus();
    } else if (event.key === ' ') {
      event.preventDefault();
      all[now]?.click();
    }
  });
}
