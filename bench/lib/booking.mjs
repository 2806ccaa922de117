// The booking wizard's way, form by form.
import { text } from './person.mjs';

/** The profile id of the patient found by this name. */
export async function patient(booker, name) {
  const found = await booker.post('/bookings/patients', { q: name });
  const id = /patient=([0-9a-f-]{36})/.exec(found.body) ?? /value="([0-9a-f-]{36})"/.exec(found.body);
  if (!id) throw new Error(`no patient called ${name}: ${text(found.body)}`);
  return id[1];
}

/** Fills in everything but the last press; the draft's id. */
export async function draft(booker, { patient, reason = 'Aknebesvär', date, time, length = '15', guests = [] }) {
  const made = expect(await booker.post('/bookings', { patient, type: 'video-visit' }), 'a draft');
  const id = /bookings\/([0-9a-f-]{36})/.exec(made.headers.location)[1];
  expect(await booker.post(`/bookings/${id}/details`, { reason, description: '', date, time, length }), 'the details');
  for (const guest of guests) expect(await booker.post(`/bookings/${id}/guests`, { language: 'sv', ...guest }), 'a guest');
  return id;
}

/** The last press; the visit's id. */
export async function confirm(booker, draft) {
  const booked = expect(await booker.post(`/bookings/${draft}/confirm`), 'the booking');
  return /visits\/([0-9a-f-]{36})/.exec(booked.headers.location)[1];
}

/** Quarter number n from midnight of a day well ahead, in the day's own words. */
export function quarter(n, daysAhead = 30) {
  const day = new Date(Date.now() + (daysAhead + Math.floor(n / 60)) * 86_400_000);
  const minutes = 5 * 60 + (n % 60) * 15; // from 05:00 to 20:00: no clock change in between
  const two = (it) => String(it).padStart(2, '0');
  return { date: day.toISOString().slice(0, 10), time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}

function expect(answer, what) {
  if (answer.status < 300 || answer.status > 399)
    throw new Error(`${what} was answered with ${answer.status}: ${text(answer.body).slice(0, 600)}`);
  return answer;
}
