import { hashText } from "../counting/lot-order.ts";
import { canonicalJson } from "../merkle/canonical-json.ts";
import type { CountedDecision, Signed } from "./bundle.ts";
import { type Check, checked, fault, type RecountFault, skipped } from "./checks.ts";

/** What the rules that were frozen at opening must say of a decision that was counted so. */
function countedBy(decision: CountedDecision): Readonly<Record<string, unknown>> {
  const { title, subject, options, settings, secrecy, quorum, threshold, weighting } = decision;
  const { rule, seed, ballotsHash } = decision.tieBreak;
  const { size, weight, hash } = decision.electorate;
  return {
    groupMajority: decision.groupMajority ?? null,
    title,
    subject,
    options,
    settings,
    secrecy,
    quorum,
    threshold,
    weighting,
    tieBreak: rule,
    lotHash: seed === null ? null : hashText(seed),
    lotBy: seed === null ? null : ballotsHash === undefined ? "seed" : "seed-and-ballots",
    delegationCap: decision.delegationCap,
    electors: size,
    electorateWeight: weight,
    electorateHash: hash,
  };
}

/** Whether a decision was counted by the rules that were frozen when it opened: they hash to what is stated, and say the same. */
export function checkFrozen({ decision }: Pick<Signed, "decision">): Check {
  const { frozen } = decision;
  if (frozen === undefined) return skipped("frozen", "rules-absent");
  const { rules, hash } = frozen;
  if (hashText(canonicalJson(rules)) !== hash) return checked("frozen", [fault("frozen-changed")]);
  const said = (value: unknown) => canonicalJson(value ?? null);
  const unlike = Object.entries(countedBy(decision)).filter(
    ([rule, value]) => said(rules[rule]) !== said(value),
  );
  return checked(
    "frozen",
    unlike.map(([rule]) => fault("counted-otherwise", { rule })),
  );
}

/** Whether the rules are those whose hash was told to all at opening, as far as the reader knows it. */
export function checkPublished(
  { decision: { frozen } }: Pick<Signed, "decision">,
  published: string | undefined,
): Check {
  if (frozen === undefined) return skipped("published", "rules-absent");
  if (published === undefined) return skipped("published", "opening-unknown");
  const faults: RecountFault[] =
    frozen.hash === published ? [] : [fault("frozen-otherwise", { published, found: frozen.hash })];
  return checked("published", faults);
}
