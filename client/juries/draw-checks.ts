import type { DrawDocument } from "#shared/lottery/document.ts";
import type { DrawFault, DrawFaultCode, VerifiedDraw } from "#shared/lottery/verify.ts";

/** What is looked at when a jury is drawn again, in the order in which it was drawn. */
export const drawChecks = [
  "document",
  "ledger",
  "pool",
  "seats",
  "randomness",
  "seed",
  "draw",
  "replacements",
  "names",
] as const;
export type DrawCheckId = (typeof drawChecks)[number];

export interface DrawCheck {
  readonly id: DrawCheckId;
  readonly state: "ok" | "failed" | "skipped";
  readonly faults: readonly DrawFault[];
}

/** Which check finds which fault. */
const foundBy: Record<DrawFaultCode, DrawCheckId> = {
  "no-draw": "document",
  "other-pool": "ledger",
  "pool-unordered": "pool",
  "member-twice": "pool",
  "pool-hash-differs": "pool",
  "seats-wrong": "seats",
  "party-twice": "randomness",
  "nonce-not-committed": "randomness",
  "round-not-signed": "randomness",
  "seed-differs": "seed",
  "drawn-too-early": "seed",
  "seated-differ": "draw",
  "reserve-differs": "draw",
  "not-seated": "replacements",
  "successor-differs": "replacements",
  "pseudonym-of-another": "names",
};

function isSkipped(id: DrawCheckId, document: DrawDocument | null, isEntered: boolean): boolean {
  if (id === "document") return false;
  if (document === null) return true;
  if (id === "ledger") return !isEntered;
  if (id === "replacements") return document.replacements.length === 0;
  if (id === "names") return document.opened.length === 0;
  return (id === "randomness" || id === "seed" || id === "draw") && document.seed === null;
}

/**
 * A verification, check by check. What is not there yet is skipped, and says so: nobody is replaced, no name is told.
 * @param isEntered whether the public record's hash of the pool was at hand
 */
export function checksOf(
  { faults, document }: Pick<VerifiedDraw, "faults" | "document">,
  isEntered: boolean,
): DrawCheck[] {
  return drawChecks.map((id) => {
    const own = faults.filter(({ code }) => foundBy[code] === id);
    const state = own.length > 0 ? "failed" : isSkipped(id, document, isEntered) ? "skipped" : "ok";
    return { id, state, faults: own };
  });
}
