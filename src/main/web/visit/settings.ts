import type { Device, Devices } from '../media/devices';
import type { Own } from '../media/own';
import { all, byId, element, say } from './page';

const SHORTCUTS = 'vardrum.shortcuts';

/** Which camera and microphone, and whether single keys do anything (WCAG 2.1.4 wants them switchable). */
export class Settings {
  private readonly dialog = byId<HTMLDialogElement>('settings');

  constructor(
    private readonly devices: Devices,
    private readonly own: Own,
  ) {
    for (const button of all('[data-settings]')) button.onclick = () => void this.open();
    byId('settings-close').onclick = () => this.dialog.close();
    const box = byId<HTMLInputElement>('shortcuts');
    box.checked = shortcuts();
    box.onchange = () => localStorage.setItem(SHORTCUTS, box.checked ? 'on' : 'off');
  }

  private async open(): Promise<void> {
    const choices = await this.devices.choices();
    const fields = (['camera', 'microphone'] as Device[])
      .filter((device) => choices[device].length > 0)
      .map((device) => this.field(device, choices[device]));
    byId('settings-devices').replaceChildren(...fields);
    this.dialog.showModal();
  }

  private field(device: Device, choices: { id: string; label: string }[]): HTMLElement {
    const field = element('div', 'ds-field');
    const label = element('label', 'ds-label', say(device));
    const select = element('select', 'ds-input');
    select.id = label.htmlFor = `choose-${device}`;
    const now = this.own.tracks[device === 'camera' ? 'video' : 'audio']?.getSettings().deviceId;
    for (const { id, label: name } of choices) select.append(new Option(name, id, false, id === now));
    select.onchange = () => void this.own.choose(device, select.value);
    field.append(label, select);
    return field;
  }
}

export function shortcuts(): boolean {
  return localStorage.getItem(SHORTCUTS) !== 'off';
}
