import type { Dispute } from "#shared/contract/disputes.ts";

/** Where on the page of a case, or beside it, something is done. */
export type Spot =
  | "jury"
  | "mediation"
  | "statements"
  | "questions"
  | "appeal"
  | "signatures"
  | "vote";

export interface NextStep {
  /** Key of what is said of it. */
  readonly what: string;
  /** Where it is done; null where there is nothing to do but wait. */
  readonly spot: Spot | null;
  /** By when. */
  readonly until: string | null;
}

interface Rule {
  readonly when: (dispute: Dispute, openQuestions: number) => boolean;
  readonly what: string;
  readonly spot: Spot;
}

const isCommitted = ({ mine }: Dispute) => mine.seat?.hasCommitted === true;

/** What somebody may do in a case, the most pressing first. */
const rules: readonly Rule[] = [
  { when: ({ can }) => can.tellVote, what: "tell-vote", spot: "jury" },
  { when: ({ can }) => can.answerSummons, what: "summons", spot: "jury" },
  { when: (one) => one.can.commitVote && !isCommitted(one), what: "vote", spot: "jury" },
  { when: ({ can }) => can.tellNonce, what: "tell-nonce", spot: "jury" },
  { when: (_, openQuestions) => openQuestions > 0, what: "answer", spot: "questions" },
  {
    when: ({ can, mine }) => can.proposeMediator && mine.otherMediator !== null,
    what: "accept-mediator",
    spot: "mediation",
  },
  {
    when: ({ can, mine }) => can.proposeMediator && mine.proposedMediatorId === null,
    what: "propose-mediator",
    spot: "mediation",
  },
  { when: ({ can }) => can.closeMediation, what: "mediate", spot: "mediation" },
  { when: ({ can }) => can.closeStatements, what: "say-your-part", spot: "statements" },
  { when: ({ can }) => can.appeal, what: "appeal", spot: "appeal" },
  { when: ({ can, mine }) => can.sign && !mine.hasSigned, what: "sign", spot: "signatures" },
  {
    when: ({ stage, decision }) => stage === "community" && decision !== null,
    what: "community",
    spot: "vote",
  },
];

/** What is going on, said to somebody who has nothing to do about it now. */
function waitingFor({ stage, mine, can }: Dispute): string {
  if (can.commitVote || can.deliberate) return "juror-waits";
  if (stage === "mediation")
    return mine.side === "mediator"
      ? "mediator"
      : mine.side === null
        ? "others-mediate"
        : "mediation-closed";
  if (stage === "statements" && mine.hasClosedStatements) return "said-all";
  if (stage === "ruled") return mine.hasSigned && can.sign ? "signed" : "ruled";
  return stage;
}

/** The one thing that the reader can usefully do next in a case; else what it waits for. */
export function nextStepOf(dispute: Dispute, openQuestions = 0): NextStep {
  const found = rules.find(({ when }) => when(dispute, openQuestions));
  const until = dispute.stage === "ruled" ? dispute.appealUntil : dispute.dueAt;
  if (!found) {
    const what = `wait.${waitingFor(dispute)}`;
    return { what, spot: null, until: dispute.stage === "ruled" ? null : until };
  }
  const { what, spot } = found;
  return { what, spot, until: what === "summons" ? (dispute.mine.seat?.dueAt ?? until) : until };
}
