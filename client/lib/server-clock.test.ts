import { expect, test } from "vitest";
import { type ClockRange, narrow } from "./server-clock.ts";

const offsetOf = (range: ClockRange | null) => range && (range.low + range.high) / 2;

test("one answer gives the server's clock to about half a second", () => {
  const range = narrow(null, { date: 60_000, sent: 10_000, received: 10_050 });
  expect(offsetOf(range)).toBeCloseTo(50_474.5, 0);
});

test("several answers narrow it down to the way there and back", () => {
  const offset = 12_345;
  let range: ClockRange | null = null;
  for (let i = 0; i < 20; i++) {
    const sent = i * 777;
    const date = Math.floor((sent + 20 + offset) / 1000) * 1000;
    range = narrow(range, { date, sent, received: sent + 40 });
  }
  expect(Math.abs((offsetOf(range) ?? 0) - offset)).toBeLessThan(60);
});

test("when a clock was set meanwhile, the newest answer counts", () => {
  const before = narrow(null, { date: 60_000, sent: 60_000, received: 60_010 });
  const after = narrow(before, { date: 90_000, sent: 60_100, received: 60_110 });
  expect(offsetOf(after)).toBeGreaterThan(29_000);
});
