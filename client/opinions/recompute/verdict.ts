import type { Finding } from "./task.ts";

export type Verdict =
  | "same"
  | "other-map"
  | "other-version"
  | "other-input"
  | "other-result"
  | "shown-otherwise";

/** What a recomputed run says of the map that the page shows; the first thing that is wrong. */
export function verdictOn(finding: Finding): Verdict {
  if (!finding.isSameMap) return "other-map";
  if (!finding.isSameInput) return "other-input";
  if (finding.isSameResult && finding.difference === null) return "same";
  if (!finding.isSameAlgorithm) return "other-version";
  return finding.isSameResult ? "shown-otherwise" : "other-result";
}
