/* Months as `2026-03` and quarters as `2026-Q1`, both of the calendar in UTC: plain arithmetic on their names. */

const numberOf = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const nameOf = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

/** The month that comes so many after another one; before it, if negative. */
export const monthAfter = (month: string, by: number): string => nameOf(numberOf(month) + by);

/** How many months there are from one to another, both included. */
export const monthsFrom = (from: string, to: string): number => numberOf(to) - numberOf(from) + 1;

/** All of them. */
export const monthsBetween = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, monthsFrom(from, to)) }, (_, at) => monthAfter(from, at));

/** The month in which a moment lies. */
export const monthOf = (moment: string): string => moment.slice(0, 7);

/** When a month begins. */
export const beginningOf = (month: string): string => `${month}-01T00:00:00.000Z`;

export const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

/** The first month of a quarter. */
export const firstMonthOf = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, "0")}`;

/** Quarters that lie between two months and are over: the month that runs is in none of them. */
export function quartersOver(from: string, running: string): string[] {
  const all = monthsBetween(from, monthAfter(running, -1)).map(quarterOf);
  return [...new Set(all)].filter((quarter) => quarter !== quarterOf(running));
}
