import type { Dispute, DisputeLevel, Ruling } from "#shared/contract/disputes.ts";

export const testingRuling = (change: Partial<Ruling> = {}): Ruling => ({
  choice: "uphold",
  counts: { uphold: 3, modify: 1, overturn: 1 },
  seats: 5,
  turnout: 5,
  quorum: 4,
  lacksTurnout: false,
  byCommunity: false,
  reasons: [],
  commitments: [],
  jurors: [],
  at: "2026-03-09T00:00:00Z",
  ...change,
});

export const testingLevel = (change: Partial<DisputeLevel> = {}): DisputeLevel =>
  ({
    level: 1,
    appeal: null,
    wanted: 5,
    seats: null,
    taken: 0,
    poolSize: null,
    poolHash: null,
    warnings: [],
    nonces: [],
    ruling: null,
    ...change,
  }) as DisputeLevel;

const nobody = {
  side: null,
  party: null,
  hasCommittedNonce: false,
  hasToldNonce: false,
  hasClosedMediation: false,
  proposedMediatorId: null,
  otherMediator: null,
  hasClosedStatements: false,
  hasOtherClosed: false,
  hasSigned: false,
  seat: null,
};

/** What somebody may do where nothing else is said. */
const nothing = {
  readAll: false,
  withdraw: false,
  proposeMediator: false,
  closeMediation: false,
  state: false,
  closeStatements: false,
  commitNonce: false,
  tellNonce: false,
  answerSummons: false,
  ask: false,
  deliberate: false,
  commitVote: false,
  tellVote: false,
  appeal: false,
  sign: false,
};

type Change = Partial<Omit<Dispute, "mine" | "can">> & {
  readonly mine?: Partial<Dispute["mine"]>;
  readonly can?: Partial<Dispute["can"]>;
};

/** A case as a stranger reads it, at its statements; and what differs. */
export const testingDispute = ({ mine, can, ...change }: Change = {}): Dispute =>
  ({
    id: "0195f000-0000-7000-8000-000000000001",
    communityId: "0195f000-0000-7000-8000-000000000002",
    subject: { kind: "action", actionId: "0195f000-0000-7000-8000-000000000003", action: "hide" },
    rule: { number: 1, title: "Be kind" },
    stage: "statements",
    level: 1,
    dueAt: "2026-03-04T00:00:00Z",
    openedAt: "2026-03-01T00:00:00Z",
    endedAt: null,
    choice: null,
    claimant: null,
    respondent: null,
    mediator: null,
    grounds: null,
    remedy: null,
    evidence: null,
    statements: null,
    levels: [testingLevel()],
    appealUntil: null,
    hours: { statements: 72, drawing: 24, deliberation: 72, voting: 48, revealing: 24 },
    isSuspended: false,
    signatures: null,
    decision: null,
    version: 1,
    ...change,
    mine: { ...nobody, ...mine },
    can: { ...nothing, ...can },
  }) as Dispute;
