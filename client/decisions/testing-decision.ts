import type { DecisionView } from "#shared/contract/decisions.ts";

const id = (last: string) => `01930000-0000-7000-8000-0000000000${last}`;

const elector: DecisionView["mine"] = {
  isElector: true,
  hasVoted: false,
  weight: "1",
  ballot: null,
  reason: null,
  revision: 0,
  castAt: null,
};

const noShares = { quorum: null, threshold: null, groupMajority: null };
const noGroups = { frozenGroups: null, groupSupport: null };

/** A decision as the server tells of it; for tests. */
export function decisionOf(more: Partial<DecisionView> = {}): DecisionView {
  return {
    id: id("01"),
    communityId: id("02"),
    debateId: id("03"),
    title: "How shall the commons be kept?",
    method: "plurality",
    settings: { method: "plurality" },
    secrecy: "public",
    liveResults: false,
    weighting: { kind: "one-person" },
    snapshot: null,
    electorate: { roles: ["owner", "moderator", "member"], size: 30, weight: "30" },
    unit: "1",
    delegationCap: null,
    ...noShares,
    ...noGroups,
    tieBreak: "none",
    lot: null,
    reasons: "off",
    takesPaper: false,
    paperTally: null,
    runoffOf: null,
    rulesHash: null,
    status: "open",
    opensAt: "2026-11-01T12:00:00Z",
    closesAt: "2099-11-12T12:00:00Z",
    openedAt: "2026-11-01T12:00:00Z",
    closedAt: null,
    options: [
      { id: id("a1"), positionId: id("b1"), title: "By a council" },
      { id: id("a2"), positionId: id("b2"), title: "By assembly" },
      { id: id("a3"), positionId: id("b3"), title: "By lot" },
    ],
    subject: null,
    ballotCount: 0,
    result: null,
    outcome: null,
    endReason: null,
    suspendedFor: null,
    author: { id: id("c1"), name: "Ada", kind: "member" },
    version: 1,
    mine: elector,
    can: {
      vote: true,
      change: false,
      open: false,
      cancel: false,
      annul: false,
      writeOutcome: false,
      settleTie: false,
      enterPaper: false,
      holdRunoff: false,
      readBallots: true,
      readReasons: false,
      recount: false,
    },
    ...more,
  };
}
