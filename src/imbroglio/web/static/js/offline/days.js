/** Days as numbers, counted from the first day of the year 1, as the snapshot's columns have them. */
const BEFORE_1970 = 719163;
const LENGTH = 86_400_000; // milliseconds

/** A day that never comes; its negative always was. */
export const OPEN = 2 ** 31 - 1;

/** The number of a day (`2016-02-14`); null for what is no day. */
export function ordinal(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : NaN;
  const number = time / LENGTH + BEFORE_1970;
  return Number.isNaN(time) || day(number) !== text ? null : number;
}

/** The day of a number; null where it is open. */
export function day(number) {
  return Math.abs(number) === OPEN ? null : new Date((number - BEFORE_1970) * LENGTH).toISOString().slice(0, 10);
}
