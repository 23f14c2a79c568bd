import { describe, expect, it } from "vitest";
import type { DebateView } from "#shared/contract/debates.ts";
import { nextStepIn } from "./next-step.ts";

const cannot: DebateView["can"] = {
  edit: false,
  move: [],
  schedule: false,
  addPosition: false,
  addClaim: false,
  addStatement: false,
  respond: false,
  respondAsVisitor: false,
  admitVisitors: false,
  careForStatements: false,
  rate: false,
  openDecision: false,
};
const counts = { positions: 1, claims: 0, evidence: 0, statements: 0 };
const member = { isSignedIn: true, isMember: true };

describe("the next step", () => {
  it("of a visitor is to sign in, of somebody from elsewhere to join", () => {
    const debate = { phase: "deliberation", can: cannot, counts, closesAt: null } as const;
    expect(nextStepIn(debate, { isSignedIn: false, isMember: false })).toBe("sign-in");
    expect(nextStepIn(debate, { isSignedIn: true, isMember: false })).toBe("join");
  });

  it("of a visitor is to respond where the debate lets them, once there is something to respond to", () => {
    const can = { ...cannot, respondAsVisitor: true };
    const debate = { phase: "deliberation", can, counts, closesAt: null } as const;
    const visitor = { isSignedIn: false, isMember: false };
    expect(nextStepIn(debate, visitor)).toBe("sign-in");
    expect(nextStepIn({ ...debate, counts: { ...counts, statements: 2 } }, visitor)).toBe(
      "respond",
    );
  });

  it("of an author leads through the phases", () => {
    const draft = { phase: "draft", can: { ...cannot, move: ["framing"] }, counts, closesAt: null };
    expect(nextStepIn(draft as Parameters<typeof nextStepIn>[0], member)).toBe("publish");
    const can: DebateView["can"] = { ...cannot, move: ["deliberation"], addPosition: true };
    const framing = { phase: "framing", can, counts, closesAt: null } as const;
    expect(nextStepIn(framing, member)).toBe("propose");
    expect(nextStepIn({ ...framing, counts: { ...counts, positions: 2 } }, member)).toBe("start");
  });

  it("of a member is to argue, then to vote where a decision is open, then to read what came of it", () => {
    const arguing = { ...cannot, addClaim: true, addPosition: true };
    const debate = { phase: "deliberation", can: arguing, counts, closesAt: null } as const;
    expect(nextStepIn(debate, member)).toBe("argue");
    const voting = { ...debate, phase: "voting", can: cannot } as const;
    expect(nextStepIn({ ...voting, closesAt: "2026-01-01T00:00:00.000Z" }, member)).toBe("vote");
    expect(nextStepIn(voting, member)).toBe("watch");
    expect(nextStepIn({ ...voting, phase: "decided" }, member)).toBe("outcome");
    expect(nextStepIn({ ...voting, phase: "archived" }, member)).toBe("read");
  });
});
