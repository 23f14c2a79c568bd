import type { DebateView } from "#shared/contract/debates.ts";

/** The one thing that somebody can usefully do next in a debate. */
export type NextStep =
  | "sign-in"
  | "respond"
  | "join"
  | "publish"
  | "propose"
  | "start"
  | "argue"
  | "vote"
  | "watch"
  | "outcome"
  | "read";

interface Reader {
  readonly isSignedIn: boolean;
  readonly isMember: boolean;
}

type Facts = Pick<DebateView, "phase" | "can" | "counts" | "closesAt">;

/** What is open to everybody, members or not. */
const openSteps: Partial<Record<Facts["phase"], NextStep>> = {
  decided: "outcome",
  followup: "outcome",
  archived: "read",
};

/** What to offer, from what the server says that the reader may do. */
export function nextStepIn(debate: Facts, { isSignedIn, isMember }: Reader): NextStep {
  const open = openSteps[debate.phase];
  if (open) return open;
  if (isMember) return nextStepOfMember(debate);
  if (debate.can.respondAsVisitor && debate.counts.statements > 0) return "respond";
  return isSignedIn ? "join" : "sign-in";
}

function nextStepOfMember({ phase, can, counts, closesAt }: Facts): NextStep {
  if (phase === "voting") return closesAt === null ? "watch" : "vote";
  if (phase === "draft" && can.move.includes("framing")) return "publish";
  if (can.addClaim) return "argue";
  if (counts.positions >= 2 && can.move.includes("deliberation")) return "start";
  return can.addPosition ? "propose" : "read";
}
