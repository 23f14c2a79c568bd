/**
 * How far the server's clock is ahead of ours, from the `Date` header of its answers.
 * A header has whole seconds, so one answer only says: the offset lies between
 * `date - received` and `date + 999 - sent`. The ranges of several answers overlap; the middle of
 * what they have in common is soon within half a round trip.
 */
export interface ClockRange {
  readonly low: number;
  readonly high: number;
}

interface Answer {
  /** The `Date` header, as milliseconds. */
  readonly date: number;
  /** Our clock when the request left and when the answer came. */
  readonly sent: number;
  readonly received: number;
}

/** What is known after one more answer. A range that contradicts the last one replaces it: a clock was set. */
export function narrow(known: ClockRange | null, answer: Answer): ClockRange {
  const range = { low: answer.date - answer.received, high: answer.date + 999 - answer.sent };
  if (!known) return range;
  const low = Math.max(known.low, range.low);
  const high = Math.min(known.high, range.high);
  return low <= high ? { low, high } : range;
}

let known: ClockRange | null = null;

/** Learns from an answer of the server. */
export function noteAnswer(response: Response, sent: number): void {
  const date = Date.parse(response.headers.get("date") ?? "");
  if (!Number.isNaN(date)) known = narrow(known, { date, sent, received: Date.now() });
}

/** The time by the server's clock, in milliseconds: deadlines are counted by it, not by the device's. */
export function serverNow(): number {
  return Date.now() + (known ? Math.round((known.low + known.high) / 2) : 0);
}
