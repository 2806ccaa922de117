// What the call's page has for staff alone: the panel. Loaded by call.ts when a practitioner opens the page.
import { Panel, type Shared } from './visit/panel/panel';

export function panel(shared: Shared): Panel {
  return new Panel(shared);
}
