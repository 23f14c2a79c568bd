/**
 * How many tests went how.
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts
 */

/** @type {Counts} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export function plus(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/**
 * A check counts as one test.
 * @param {number} code its exit code
 * @returns {Counts}
 */
export function ofStep(code) {
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

/**
 * A file that could not even be loaded has no tests to fail: it counts as one itself.
 * @param {any} report of vitest's json reporter
 * @returns {Counts | undefined}
 */
export function ofVitest(report) {
  if (report === undefined) return undefined;
  const broken = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === "failed" &&
      !file.assertionResults.some((/** @type {any} */ test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {any} report of Playwright's json reporter
 * @returns {Counts | undefined}
 */
export function ofPlaywright(report) {
  if (report === undefined) return undefined;
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/**
 * A run that ended badly failed, even when no single test did, or nothing was reported.
 * @param {Counts | undefined} counts
 * @param {number} code its exit code
 * @returns {Counts}
 */
export function withExit(counts, code) {
  if (counts === undefined) return { ...nothing, failed: 1 };
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}
