import { monthAt, numberOf } from "#shared/treasury/index.ts";

/** A month like 2026-03 in the reader's words. */
export function monthIn(language: string, month: string): string {
  const words = new Intl.DateTimeFormat(language, {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return words.format(new Date(`${month}-01T00:00:00Z`));
}

/** So many months, from this one on. */
export function monthsFrom(month: string, count: number): string[] {
  const first = numberOf(month);
  return Array.from({ length: count }, (_, at) => monthAt(first + at));
}
