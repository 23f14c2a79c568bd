/* What the demo's people do besides debating and deciding: what they promised, pay for, answer for and ask a panel. */

import type { Milestone } from "#shared/contract/funding.ts";
import type { FundingBallot } from "#shared/funding/ballot.ts";
import type { FundingSettings } from "#shared/funding/settings.ts";
import type { CardContent, CardFacts, IncidentState, Severity } from "#shared/systems/index.ts";

/** What somebody promised because of a decision, and what became of it. */
export interface DemoCommitment {
  readonly id: string;
  /** The decision. */
  readonly sourceId: string;
  readonly sourceTitle: string;
  readonly debateId: string;
  readonly title: string;
  readonly criterion: string;
  readonly ownerId: string;
  readonly proposerId: string;
  readonly createdAt: Date;
  /** Null while it waits for a yes. */
  readonly answeredAt: Date | null;
  readonly dueAt: Date;
  readonly reviewAt: Date;
  readonly isLate: boolean;
  readonly updates: readonly {
    readonly id: string;
    readonly createdAt: Date;
    readonly percent: number;
    readonly words: string;
    readonly title: string;
    readonly url: string;
  }[];
  readonly review: { readonly words: string; readonly byId: string; readonly at: Date } | null;
}

/** Amounts are hundredths. */
export interface DemoTreasury {
  readonly plannedById: string;
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly currency: string;
    readonly planned: number;
    readonly createdAt: Date;
  }[];
  readonly entries: readonly DemoEntry[];
}

export interface DemoEntry {
  readonly id: string;
  readonly kind: "in" | "out";
  readonly amount: number;
  readonly currency: string;
  readonly day: string;
  readonly party: string;
  readonly what: string;
  readonly lineId: string | null;
  readonly enteredById: string;
  readonly createdAt: Date;
  /** Null while it waits for a second person. */
  readonly settledById: string | null;
}

/** A funding round while it is voted on. Amounts are hundredths. */
export interface DemoRound {
  readonly id: string;
  readonly debateId: string | null;
  readonly authorId: string;
  readonly title: string;
  readonly about: string;
  readonly currency: string;
  readonly budget: number;
  readonly settings: FundingSettings;
  readonly seed: string;
  readonly createdAt: Date;
  readonly openedAt: Date;
  readonly closesAt: Date;
  readonly electors: readonly string[];
  readonly projects: readonly {
    readonly id: string;
    readonly proposerId: string;
    readonly title: string;
    readonly summary: string;
    readonly team: string;
    readonly openness: string;
    readonly cost: number;
    readonly least: number;
    readonly milestones: readonly Milestone[];
    readonly createdAt: Date;
  }[];
  readonly ballots: readonly {
    readonly voterId: string;
    readonly castAt: Date;
    readonly ballot: FundingBallot;
  }[];
}

/** A panel that calls for volunteers. */
export interface DemoPanel {
  readonly id: string;
  readonly authorId: string;
  readonly debateId: string | null;
  readonly title: string;
  readonly purpose: string;
  readonly seats: number;
  readonly attributes: readonly {
    readonly name: string;
    readonly values: readonly {
      readonly value: string;
      readonly min: number;
      readonly max: number;
    }[];
  }[];
  readonly createdAt: Date;
  readonly volunteers: readonly {
    readonly participantId: string;
    readonly answers: Record<string, string>;
    readonly createdAt: Date;
  }[];
}

/** A model that the community governs. */
export interface DemoSystem {
  readonly id: string;
  readonly createdAt: Date;
  readonly stewardId: string;
  readonly editorId: string;
  readonly links: CardFacts["links"];
  /** The oldest first. */
  readonly versions: readonly {
    readonly content: CardContent;
    readonly reason: string;
    readonly createdAt: Date;
  }[];
  readonly incidents: readonly DemoIncident[];
}

export interface DemoIncident {
  readonly id: string;
  readonly createdAt: Date;
  readonly release: string;
  readonly title: string;
  readonly words: string;
  readonly harmed: string;
  readonly severity: Severity;
  readonly evidence: readonly { readonly title: string; readonly url: string }[];
  readonly reporterId: string;
  readonly steps: readonly {
    readonly id: string;
    readonly createdAt: Date;
    readonly to: IncidentState;
    readonly why: string;
    readonly byId: string;
  }[];
  readonly dueAt: Date;
}
