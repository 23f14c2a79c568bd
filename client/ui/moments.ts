import { remembered } from "./remembered.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * day],
  ["month", 30 * day],
  ["week", 7 * day],
  ["day", day],
  ["hour", hour],
  ["minute", minute],
];

/** Making a format takes longer than using it a hundred times, and a page shows many moments. */
const relative = remembered(
  (language) => new Intl.RelativeTimeFormat(language, { numeric: "auto" }),
);
const absolute = remembered(
  (language, timeZone) =>
    new Intl.DateTimeFormat(language, {
      year: "numeric",
      month: "short",
      day: "numeric",
      hour: "numeric",
      minute: "2-digit",
      timeZoneName: "short",
      timeZone,
    }),
);

/** "3 hours ago", "in 2 days", in the reader's language. */
export function relativeTo(now: number, moment: number, language: string): string {
  const format = relative(language);
  const distance = moment - now;
  for (const [unit, length] of units) {
    if (Math.abs(distance) >= length) return format.format(Math.trunc(distance / length), unit);
  }
  return format.format(0, "second");
}

/** Date and time with the zone's name: a deadline without its zone is none. */
export function absoluteOf(moment: number, language: string, timeZone?: string): string {
  return absolute(language, timeZone).format(moment);
}

/** What is left, in at most two units: "2 days 3 hours", "4 minutes 12 seconds". */
export function durationOf(left: number, language: string): string {
  const parts: [string, number][] = [
    ["day", Math.floor(left / day)],
    ["hour", Math.floor((left % day) / hour)],
    ["minute", Math.floor((left % hour) / minute)],
    ["second", Math.floor((left % minute) / second)],
  ];
  const first = parts.findIndex(([, count]) => count > 0);
  const shown = parts.slice(first === -1 ? 3 : first).slice(0, 2);
  const words = shown.map(([unit, count]) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count),
  );
  return new Intl.ListFormat(language, { type: "unit", style: "short" }).format(words);
}

/** How often a moment's words can change: each second in its last hour, each minute before. */
export function stepOf(left: number): number {
  return Math.abs(left) <= hour ? second : minute;
}
