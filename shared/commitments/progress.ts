/** What an owner reported: how much is done, in whole per cent, and when, in milliseconds since 1970. */
export interface Report {
  readonly percent: number;
  readonly at: number;
}

export interface Progress {
  readonly progress: number;
  /** Since when all is done; null while it is not. */
  readonly doneAt: number | null;
}

/**
 * Where these reports leave a commitment, the oldest first. The last one holds, also where it takes something back;
 * all is done since the first of those at the end that say so, whatever is added to them later.
 */
export function progressAfter(reports: readonly Report[]): Progress {
  let at: Progress = { progress: 0, doneAt: null };
  for (const report of reports) {
    const doneAt = report.percent === 100 ? (at.doneAt ?? report.at) : null;
    at = { progress: report.percent, doneAt };
  }
  return at;
}
