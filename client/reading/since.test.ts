import { describe, expect, it } from "vitest";
import { sinceWords } from "./since.ts";

const now = new Date(2026, 10, 26, 15, 0).getTime();
const at = (daysAgo: number, hour = 9) => new Date(2026, 10, 26 - daysAgo, hour, 5).getTime();

describe("when somebody was here last", () => {
  it("is a time today, a day this week, and a date before", () => {
    expect(sinceWords(at(0), now, "en-GB")).toBe("09:05");
    expect(sinceWords(at(1), now, "en-GB")).toBe("Wednesday");
    expect(sinceWords(at(5), now, "en-GB")).toBe("Saturday");
    // A week ago has the name of today.
    expect(sinceWords(at(7), now, "en-GB")).toBe("19 Nov 2026");
    expect(sinceWords(at(2), now, "es")).toBe("martes");
  });
});
