import { bytesToHex } from "@noble/hashes/utils.js";
import { hashText } from "#shared/counting/lot-order.ts";
import { hashJson } from "#shared/merkle/bytes.ts";
import { canonicalJson } from "#shared/merkle/canonical-json.ts";
import type { CountedDecision } from "#shared/recount/bundle.ts";
import { snapshotFacts } from "../holdings/public.ts";
import type { Electorate } from "./electorate.ts";
import type { DecisionRow } from "./store.ts";

interface Frozen {
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly subject: { readonly title: string } | undefined;
  readonly electorate: Electorate;
  readonly lotSeed: string | null;
  readonly groupMajority: CountedDecision["groupMajority"];
}

/** All that a decision goes by from its opening on, and the SHA-256 of its canonical JSON (RFC 8785). */
export function frozenRules(decision: DecisionRow, frozen: Frozen) {
  const { options, subject, electorate, lotSeed, groupMajority } = frozen;
  const rules = {
    title: decision.title,
    settings: decision.settings,
    secrecy: decision.secrecy,
    liveResults: decision.liveResults,
    weighting: decision.weighting,
    snapshot: electorate.holdings ? snapshotFacts(electorate.holdings) : null,
    quorum: decision.quorum,
    threshold: decision.threshold,
    ...(groupMajority && { groupMajority }),
    tieBreak: decision.tieBreak,
    lotHash: lotSeed && hashText(lotSeed),
    ...(lotSeed === null ? {} : { lotBy: decision.lotBy }),
    reasons: decision.reasons,
    takesPaper: decision.takesPaper,
    delegationCap: decision.delegationCap,
    closesAt: decision.closesAt.toISOString(),
    options: options.map(({ id, title }) => ({ id, title })),
    subject: subject?.title ?? null,
    electors: electorate.size,
    electorateWeight: electorate.weight.toString(),
    electorateHash: electorate.hash,
  };
  const { title: _title, subject: _subject, ...facts } = rules;
  return {
    rulesHash: bytesToHex(hashJson(rules)),
    /** What was hashed. */
    text: canonicalJson(rules),
    /** The same without what people wrote. */
    facts: {
      ...facts,
      options: options.map(({ id }) => id),
      snapshot: rules.snapshot && { hash: rules.snapshot.hash },
    },
  };
}
