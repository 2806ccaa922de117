// The door, the waiting room and the call: one page, so that the camera started at the door stays on.
import { Visit } from './visit/visit';

document.getElementById('too-old')?.remove();
void new Visit().begin();
