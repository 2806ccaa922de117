import { see } from '../visit/dom';

const WITHIN = 6000;
const SIDE = 32;
/** Of 255; a covered lens gives some noise. */
const BLACK = 12;

/** Shows the camera's picture, and says whether there is anything to see in it. */
export async function seen(video: HTMLVideoElement, track: MediaStreamTrack): Promise<boolean> {
  see(video, track);
  const until = performance.now() + WITHIN;
  while (performance.now() < until && video.srcObject) {
    if (video.videoWidth > 0 && brightness(video) > BLACK) return true;
    await new Promise((later) => setTimeout(later, 200));
  }
  return false;
}

function brightness(video: HTMLVideoElement): number {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  if (!drawing) return 255; // then nobody can tell
  drawing.drawImage(video, 0, 0, SIDE, SIDE);
  const { data } = drawing.getImageData(0, 0, SIDE, SIDE);
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) sum += Math.max(data[i]!, data[i + 1]!, data[i + 2]!);
  return sum / (SIDE * SIDE);
}
