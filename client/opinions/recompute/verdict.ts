import type { OpinionMap } from "#shared/contract/opinions.ts";
import type { Finding } from "./task.ts";

export type Verdict = "same" | "other-map" | "other-version" | "other-input" | "other-result";

/** What a recomputed run says of the map that the page shows; the first thing that is wrong. */
export function verdictOn(
  finding: Finding,
  { inputHash, groups }: Pick<OpinionMap, "inputHash" | "groups">,
): Verdict {
  const sizes = groups.map(({ people }) => people).join();
  if (finding.inputHash !== inputHash || finding.groups.join() !== sizes) return "other-map";
  if (!finding.isSameInput) return "other-input";
  if (finding.isSameResult) return "same";
  return finding.isSameAlgorithm ? "other-result" : "other-version";
}
