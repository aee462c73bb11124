/** Days as numbers, so that they can be laid out. */
const DAY = 86_400_000;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Days since 1970 of an ISO date, or null. */
export const day = (iso) => (iso ? Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY) : null);

/** The ISO date of a day. */
export const iso = (number) => new Date(number * DAY).toISOString().slice(0, 10);

/** A date as one reads it: `14 Feb 2016`. */
export function said(date) {
  const [year, month, dayOfMonth] = date.split("-");
  return `${Number(dayOfMonth)} ${MONTHS[month - 1]} ${year}`;
}

/** A span as one reads it, open ends and all. */
export function spanSaid(since, until) {
  if (!since && !until) return "at a time not told";
  if (since === until) return said(since);
  return since && until ? `${said(since)} to ${said(until)}` : since ? `since ${said(since)}` : `until ${said(until)}`;
}

/** Round dates between two days, about `many`: `[{day, text}]`. */
export function ticks(from, to, many) {
  const months = Math.max(1, (to - from) / 30.44 / many);
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((size) => size >= months) ?? 1200;
  if (months < 1 / 2 && to - from < 31 * many) return weeks(from, to, many);
  const first = new Date(from * DAY);
  const found = [];
  for (let at = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step; ; at += step) {
    const number = Date.UTC(Math.floor(at / 12), at % 12, 1) / DAY;
    if (number > to) return found;
    const year = Math.floor(at / 12);
    if (number >= from) found.push({day: number, text: step >= 12 ? `${year}` : at % 12 ? MONTHS[at % 12] : `${year}`});
  }
}

function weeks(from, to, many) {
  const step = Math.max(1, Math.ceil((to - from) / many));
  const found = [];
  for (let at = Math.ceil(from); at <= to; at += step) found.push({day: at, text: said(iso(at)).slice(0, -5)});
  return found;
}
