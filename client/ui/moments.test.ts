import { expect, test } from "vitest";
import { absoluteOf, durationOf, relativeTo } from "./moments.ts";

const now = Date.UTC(2026, 10, 23, 12, 0, 0);
const hour = 3_600_000;

test("moments are told by their distance", () => {
  expect(relativeTo(now, now - 3 * hour, "en")).toBe("3 hours ago");
  expect(relativeTo(now, now + 49 * hour, "en")).toBe("in 2 days");
  expect(relativeTo(now, now - 20_000, "en")).toBe("now");
  expect(relativeTo(now, now - 24 * hour, "es")).toBe("ayer");
});

test("an absolute time names its zone", () => {
  expect(absoluteOf(now, "en", "UTC")).toContain("UTC");
});

test("what is left is told in two units at most", () => {
  expect(durationOf(51 * hour + 30_000, "en")).toBe("2 days, 3 hours");
  expect(durationOf(252_000, "en")).toBe("4 minutes, 12 seconds");
  expect(durationOf(0, "en")).toBe("0 seconds");
});
