import { describe, expect, it } from "vitest";
import { disputeStages } from "#shared/contract/disputes.ts";
import texts from "../locales/en/disputes.json" with { type: "json" };
import { nextStepOf } from "./next-step.ts";
import { testingDispute } from "./testing-dispute.ts";

const seat = {
  status: "serving" as const,
  pseudonym: "p",
  salt: "s",
  dueAt: null,
  hasCommitted: false,
  commitment: null,
  hasVoted: false,
  hasAsked: false,
};
const other = { id: "m", name: "Mona", kind: "member" as const };

describe("what somebody can do next in a case", () => {
  it.each(disputeStages)("is for a stranger to read what it waits for: %s", (stage) => {
    const { what, spot } = nextStepOf(testingDispute({ stage }));
    expect(what).toMatch(/^wait\./);
    expect(spot).toBeNull();
    expect(Object.keys(texts.next.wait)).toContain(what.slice("wait.".length));
  });

  it("is for a side to say its part, and then to wait for the other", () => {
    const can = { closeStatements: true, state: true };
    expect(nextStepOf(testingDispute({ can, mine: { side: "claimant" } }))).toMatchObject({
      what: "say-your-part",
      spot: "statements",
      until: "2026-03-04T00:00:00Z",
    });
    const mine = { side: "claimant" as const, hasClosedStatements: true };
    expect(nextStepOf(testingDispute({ mine })).what).toBe("wait.said-all");
  });

  it("is to answer the jury before all else that a side could do", () => {
    const dispute = testingDispute({ stage: "deliberation", mine: { side: "respondent" } });
    expect(nextStepOf(dispute).what).toBe("wait.deliberation");
    expect(nextStepOf(dispute, 1)).toMatchObject({ what: "answer", spot: "questions" });
  });

  it("is in mediation to agree to whom the other side names, else to name somebody, else to talk", () => {
    const can = { proposeMediator: true, closeMediation: true };
    const at = (mine: Parameters<typeof testingDispute>[0] & object) =>
      nextStepOf(testingDispute({ stage: "mediation", can, ...mine })).what;
    expect(at({ mine: { otherMediator: other } })).toBe("accept-mediator");
    expect(at({})).toBe("propose-mediator");
    expect(at({ mine: { proposedMediatorId: "m" } })).toBe("mediate");
    expect(at({ can: {}, mine: { side: "respondent" } })).toBe("wait.mediation-closed");
    expect(at({ can: {}, mine: { side: "mediator" } })).toBe("wait.mediator");
    expect(at({ can: {} })).toBe("wait.others-mediate");
  });

  it("is for a juror to take the seat in time, to vote, and to tell the vote", () => {
    const dueAt = "2026-03-03T00:00:00Z";
    const invited = testingDispute({
      stage: "summoning",
      can: { answerSummons: true },
      mine: { seat: { ...seat, dueAt } },
    });
    expect(nextStepOf(invited)).toEqual({ what: "summons", spot: "jury", until: dueAt });
    const can = { commitVote: true, deliberate: true };
    expect(nextStepOf(testingDispute({ can, mine: { seat } })).what).toBe("vote");
    const committed = { seat: { ...seat, hasCommitted: true } };
    expect(nextStepOf(testingDispute({ can, mine: committed })).what).toBe("wait.juror-waits");
    expect(nextStepOf(testingDispute({ can: { tellVote: true } })).what).toBe("tell-vote");
  });

  it("is after a ruling to appeal it or to sign, by the time that there is for it", () => {
    const appealUntil = "2026-03-20T00:00:00Z";
    const ruled = { stage: "ruled" as const, dueAt: null, appealUntil };
    expect(nextStepOf(testingDispute({ ...ruled, can: { appeal: true } }))).toEqual({
      what: "appeal",
      spot: "appeal",
      until: appealUntil,
    });
    const can = { sign: true };
    expect(nextStepOf(testingDispute({ ...ruled, can })).what).toBe("sign");
    const mine = { hasSigned: true };
    expect(nextStepOf(testingDispute({ ...ruled, can, mine })).what).toBe("wait.signed");
    expect(nextStepOf(testingDispute(ruled))).toMatchObject({ what: "wait.ruled", until: null });
  });

  it("is to vote where the community decides", () => {
    const decision = { decisionId: "d", debateId: "e" };
    const dispute = testingDispute({ stage: "community", decision });
    expect(nextStepOf(dispute)).toMatchObject({ what: "community", spot: "vote" });
  });
});
