/*
 * What the demo holds, as plain data: everything that a loader writes into an empty database, with its ids and times.
 * Rows refer to participants, never to accounts. A parent always comes before what refers to it.
 */

import type { EvidenceKind } from "#shared/contract/evidence.ts";
import type { Language, Phase, UsualTopic } from "#shared/contract/phases.ts";
import type { Ballot, MethodId } from "#shared/voting/index.ts";
import type {
  DemoCommitment,
  DemoPanel,
  DemoRound,
  DemoSystem,
  DemoTreasury,
} from "./work-plan.ts";

export interface DemoPlan {
  readonly community: DemoCommunity;
  readonly people: readonly DemoPerson[];
  readonly debates: readonly DemoDebate[];
  readonly delegations: readonly DemoDelegation[];
  readonly conversation: DemoConversation;
  readonly moderation: readonly DemoAction[];
  readonly commitments: readonly DemoCommitment[];
  readonly treasury: DemoTreasury;
  readonly round: DemoRound;
  readonly system: DemoSystem;
  readonly panel: DemoPanel;
}

export interface DemoCommunity {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Markdown. */
  readonly description: string;
  readonly language: Language;
  readonly isPrivate: boolean;
  readonly joinPolicy: "open";
  readonly createdAt: Date;
  readonly charter: readonly DemoRule[];
}

export interface DemoRule {
  readonly number: number;
  readonly title: string;
  readonly text: string;
}

export interface DemoPerson {
  readonly accountId: string;
  readonly participantId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly role: "owner" | "moderator" | "member";
  readonly joinedAt: Date;
  /** The participant by whose invitation; null for who came by another door. */
  readonly invitedBy: string | null;
  /** Whether the demo hands out a password for this person; nobody can sign in as the others. */
  readonly canSignIn: boolean;
}

export interface DemoDebate {
  readonly id: string;
  readonly question: string;
  /** Markdown. */
  readonly context: string;
  readonly topic: UsualTopic;
  readonly language: Language;
  readonly phase: Phase;
  readonly authorId: string;
  readonly createdAt: Date;
  /** From draft to the present phase, oldest first. */
  readonly moves: readonly DemoMove[];
  readonly positions: readonly DemoPosition[];
  readonly claims: readonly DemoClaim[];
  readonly evidence: readonly DemoEvidence[];
  readonly ratings: readonly DemoRating[];
  readonly statements: readonly DemoStatement[];
  readonly responses: readonly DemoResponse[];
  readonly decision: DemoDecision | null;
}

/** What a moderator did about a claim, and what became of that. */
export interface DemoAction {
  readonly id: string;
  readonly itemId: string;
  readonly kind: "warn" | "edit-request" | "hide" | "rate-limit" | "dismiss";
  readonly claimId: string;
  readonly debateId: string;
  readonly authorId: string;
  readonly actorId: string;
  readonly role: "owner" | "moderator";
  readonly rule: number;
  readonly reason: string;
  readonly reportedAt: Date;
  readonly createdAt: Date;
  readonly isUndone: boolean;
  readonly appeal: DemoAppeal | null;
}

export interface DemoAppeal {
  readonly id: string;
  readonly openedAt: Date;
  readonly ruledAt: Date;
  readonly choice: "uphold" | "modify" | "overturn";
  readonly grounds: string;
}

/** Who votes for whom, and with how much of the vote. */
export interface DemoDelegation {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly scope: "community" | "topic";
  /** The topic; null for the whole community. */
  readonly about: string | null;
  readonly percent: number;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

export interface DemoMove {
  readonly id: string;
  readonly from: Phase;
  readonly to: Phase;
  readonly actorId: string;
  readonly reason: string;
  readonly createdAt: Date;
}

export interface DemoPosition {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly authorId: string;
  readonly createdAt: Date;
}

/** A claim with the one edge by which it hangs in the tree. */
export interface DemoClaim {
  readonly id: string;
  readonly edgeId: string;
  readonly side: "pro" | "con";
  readonly targetKind: "position" | "claim" | "edge";
  readonly targetId: string;
  readonly text: string;
  readonly authorId: string;
  readonly createdAt: Date;
}

export interface DemoEvidence {
  readonly id: string;
  readonly claimId: string;
  readonly kind: EvidenceKind;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  /** A day, as YYYY-MM-DD. */
  readonly publishedOn: string;
  /** Word for word, or empty. */
  readonly quote: string;
  readonly authorId: string;
  readonly createdAt: Date;
}

/** One person's rating of a claim: truth is of the claim, relevance of its edge; null is "don't know". */
export interface DemoRating {
  readonly claimId: string;
  readonly edgeId: string;
  readonly participantId: string;
  readonly truth: number | null;
  readonly relevance: number | null;
  readonly ratedAt: Date;
}

export interface DemoStatement {
  readonly id: string;
  readonly text: string;
  readonly authorId: string;
  readonly createdAt: Date;
}

export interface DemoResponse {
  readonly statementId: string;
  readonly participantId: string;
  /** Agree 1, disagree -1, pass 0. */
  readonly value: -1 | 0 | 1;
  readonly respondedAt: Date;
}

export interface DemoDecision {
  readonly id: string;
  readonly title: string;
  readonly method: DemoMethod;
  readonly settings: { readonly method: DemoMethod };
  readonly secrecy: "public" | "secret-until-close";
  /** What votes weigh, where they weigh what people hold. */
  readonly holdings: DemoHoldings | null;
  readonly quorum: { readonly num: number; readonly den: number };
  readonly status: "open" | "closed";
  readonly authorId: string;
  readonly createdAt: Date;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly options: readonly DemoOption[];
  /** Participants who may vote. */
  readonly electorate: readonly string[];
  readonly ballots: readonly DemoBallotCast[];
  readonly outcome: DemoOutcome | null;
}

/** Balances by which votes weigh, and what each elector holds by them. */
export interface DemoHoldings {
  readonly snapshot: DemoSnapshot;
  readonly tokens: ReadonlyMap<string, bigint>;
}

export interface DemoSnapshot {
  readonly id: string;
  readonly title: string;
  readonly token: string;
  readonly source: string;
  readonly decimals: number;
  readonly hash: string;
  readonly total: bigint;
  readonly authorId: string;
  readonly createdAt: Date;
  /** The largest first. */
  readonly balances: readonly DemoBalance[];
}

/** What a member holds by name, or somebody by an address. */
export type DemoBalance =
  | {
      readonly kind: "name";
      readonly name: string;
      readonly salt: string;
      readonly digest: string;
      readonly participantId: string;
      readonly address: null;
      readonly amount: bigint;
    }
  | {
      readonly kind: "address";
      readonly name: null;
      readonly salt: null;
      readonly digest: null;
      readonly participantId: null;
      readonly address: string;
      readonly amount: bigint;
    };

export interface DemoOption {
  readonly id: string;
  readonly positionId: string;
  readonly title: string;
  readonly order: number;
}

/** The methods that the demo votes by. */
export type DemoMethod = Extract<MethodId, "plurality" | "approval" | "irv" | "schulze">;

/** Ballots name options by id. */
export type DemoBallot = Extract<Ballot, { method: DemoMethod }>;

export interface DemoBallotCast {
  /** Says nothing of the voter or the time. */
  readonly ballotId: string;
  readonly voterId: string;
  readonly ballot: DemoBallot;
  readonly castAt: Date;
}

/** What the community made of the result. */
export interface DemoOutcome {
  readonly winnerOptionId: string;
  /** Markdown. */
  readonly text: string;
  readonly authorId: string;
  readonly createdAt: Date;
}

/** A published Polis conversation that the loader imports as a debate. */
export interface DemoConversation {
  readonly debateId: string;
  /** Folder with the export, relative to the seed folder. */
  readonly folder: string;
  readonly question: string;
  /** Markdown. */
  readonly context: string;
  readonly topic: UsualTopic;
  readonly language: Language;
  readonly phase: Phase;
  readonly authorId: string;
  readonly createdAt: Date;
  readonly attribution: string;
}
