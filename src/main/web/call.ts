// The door, the waiting room and the call: one page, so that the camera started at the door stays on.
import { Visit } from './visit/visit';

void new Visit().begin();
