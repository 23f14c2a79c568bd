import { describe, expect, it } from "vitest";
import { nothing, ofPlaywright, ofStep, ofVitest, plus, withExit } from "./test-counts.mjs";

const test = (status: string) => ({ status });
const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map(test),
});

describe("the counts in the last line of npm test", () => {
  it("count a check as one test", () => {
    expect(ofStep(0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(ofStep(2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it("count a test file that could not be loaded as a failure", () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [file("passed", "passed"), file("failed", "failed", "passed"), file("failed")],
    };
    expect(ofVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 1 });
  });

  it("count what the browser found", () => {
    const report = { stats: { expected: 4, flaky: 1, unexpected: 2, skipped: 3 } };
    expect(ofPlaywright(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it("never take a run that broke off for a good one", () => {
    const good = { passed: 5, failed: 0, skipped: 0 };
    expect(withExit(good, 0)).toEqual(good);
    expect(withExit(good, 1).failed).toBe(1);
    expect(withExit(undefined, 0).failed).toBe(1);
    expect(withExit({ ...good, failed: 2 }, 1).failed).toBe(2);
  });

  it("add up", () => {
    expect(plus(plus(nothing, ofStep(0)), ofStep(1))).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
});
