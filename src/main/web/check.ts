// The device check: tries everything a visit needs, before it.
import { Check } from './check/check';

document.getElementById('too-old')?.remove();
new Check().begin();
