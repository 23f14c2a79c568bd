import type { EvidenceKind } from "#shared/contract/evidence.ts";
import type { Phase, UsualTopic } from "#shared/contract/phases.ts";
import type { DemoMethod } from "./demo-plan.ts";
import type { PersonKey } from "./people.ts";

/*
 * The form in which the demo's debates are written down: trees of sentences, without ids and times.
 * Three numbers stand for how the three camps of people see a thing, from -1 (against) to 1 (for).
 */

export type Leaning = readonly [operators: number, civic: number, builders: number];

export interface Source {
  readonly kind: EvidenceKind;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
}

export interface EvidenceDraft {
  readonly part: "evidence";
  readonly source: Source;
  readonly quote: string;
}

export interface ClaimDraft {
  readonly part: "claim";
  readonly side: "pro" | "con";
  /** Whether it speaks to the claim above, or to that claim's bearing on what is above it. */
  readonly target: "node" | "edge";
  readonly text: string;
  readonly parts: readonly (ClaimDraft | EvidenceDraft)[];
}

export interface PositionDraft {
  readonly title: string;
  readonly text: string;
  readonly by: PersonKey;
  readonly leaning: Leaning;
  readonly claims: readonly ClaimDraft[];
}

export interface StatementDraft {
  readonly text: string;
  readonly leaning: Leaning;
}

export interface MoveDraft {
  readonly to: Phase;
  readonly daysAgo: number;
  readonly by: PersonKey;
  readonly reason: string;
}

export interface DecisionDraft {
  readonly title: string;
  readonly method: DemoMethod;
  readonly secrecy: "public" | "secret-until-close";
  readonly by: PersonKey;
  readonly opensDaysAgo: number;
  /** Below zero is in the future. */
  readonly closesDaysAgo: number;
  /** Share of the electorate that has voted. */
  readonly turnout: number;
  readonly outcome: OutcomeDraft | null;
  /** Where votes weigh what people hold. */
  readonly holdings?: HoldingsDraft;
  /** Titles of positions that these people vote for in any case. */
  readonly votes?: Partial<Record<PersonKey, string>>;
}

/** Who holds how much, in whole units. */
export interface HoldingsDraft {
  readonly title: string;
  readonly token: string;
  readonly source: string;
  readonly amounts: Partial<Record<PersonKey, number>>;
  /** By addresses that no member has proven to own. */
  readonly elsewhere: Readonly<Record<string, number>>;
}

export interface OutcomeDraft {
  /** Title of the winning position; a test counts the ballots and holds this against them. */
  readonly winner: string;
  readonly text: string;
  readonly by: PersonKey;
}

export interface DebateDraft {
  readonly question: string;
  readonly context: string;
  readonly topic: UsualTopic;
  readonly by: PersonKey;
  readonly daysAgo: number;
  readonly moves: readonly MoveDraft[];
  readonly positions: readonly PositionDraft[];
  readonly statements: readonly StatementDraft[];
  readonly decision: DecisionDraft | null;
}

type Parts = ClaimDraft["parts"];

/** A claim for what it hangs on. */
export const pro = (text: string, ...parts: Parts): ClaimDraft => ({
  part: "claim",
  side: "pro",
  target: "node",
  text,
  parts,
});

/** A claim against what it hangs on. */
export const con = (text: string, ...parts: Parts): ClaimDraft => ({
  part: "claim",
  side: "con",
  target: "node",
  text,
  parts,
});

/** Not that the claim above is false, but that it does not bear on what it is put forward for. */
export const beside = (text: string, ...parts: Parts): ClaimDraft => ({
  part: "claim",
  side: "con",
  target: "edge",
  text,
  parts,
});

/** A source for a claim; the quote is word for word, or left out. */
export const cite = (source: Source, quote = ""): EvidenceDraft => ({
  part: "evidence",
  source,
  quote,
});
