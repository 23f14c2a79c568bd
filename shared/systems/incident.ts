/** How much harm an incident does, the least first. */
export const severities = ["low", "moderate", "high", "critical"] as const;
export type Severity = (typeof severities)[number];

/** Where an incident stands, in the order of its life. */
export const incidentStates = [
  /** A member said what happened; nobody has found anything about it yet. */
  "reported",
  /** It was found not to be one, with reasons; it can be taken up after all. */
  "declined",
  "accepted",
  /** Somebody is at work so that it does not happen again. */
  "mending",
  /** Those who mended it say that it is mended. */
  "resolved",
  /** Somebody else agrees. This is the end. */
  "closed",
] as const;
export type IncidentState = (typeof incidentStates)[number];

/** How somebody stands to an incident. */
export interface Hand {
  readonly isModerator: boolean;
  /** Whether they answer for the system that it is about. */
  readonly isSteward: boolean;
}

/** Whoever looks after it; or those of them who do not answer for the system, and so judge no case of their own. */
type Doer = "carer" | "judge";

interface Step {
  readonly to: IncidentState;
  readonly by: Doer;
}

/** The ways that an incident can go; whatever is not here can't happen. */
export const incidentSteps: Readonly<Record<IncidentState, readonly Step[]>> = {
  reported: [
    { to: "accepted", by: "carer" },
    { to: "declined", by: "judge" },
  ],
  declined: [{ to: "accepted", by: "judge" }],
  accepted: [
    { to: "mending", by: "carer" },
    { to: "declined", by: "judge" },
  ],
  mending: [{ to: "resolved", by: "carer" }],
  resolved: [
    { to: "closed", by: "judge" },
    { to: "mending", by: "judge" },
  ],
  closed: [],
};

const does = ({ isModerator, isSteward }: Hand, by: Doer): boolean =>
  by === "carer" ? isModerator || isSteward : isModerator && !isSteward;

/** Where somebody may take an incident from here. */
export const stepsFor = (from: IncidentState, hand: Hand): IncidentState[] =>
  incidentSteps[from].filter(({ by }) => does(hand, by)).map(({ to }) => to);

export type StepRefusal =
  /** No way leads from here to there. */
  | "no-such-step"
  /** Neither a moderator nor the steward. */
  | "not-a-carer"
  /** The steward would judge how the own system did. */
  | "own-system"
  /** Something that was promised because of it is not done. */
  | "unfinished";

export interface Asked {
  readonly from: IncidentState;
  readonly to: IncidentState;
  readonly hand: Hand;
  /** How many commitments that come from it are still to be answered or done. */
  readonly unfinished: number;
}

/** Why somebody can't take an incident from one state to another; null where they can. */
export function refusedStep({ from, to, hand, unfinished }: Asked): StepRefusal | null {
  if (!hand.isModerator && !hand.isSteward) return "not-a-carer";
  const step = incidentSteps[from].find((one) => one.to === to);
  if (!step) return "no-such-step";
  if (!does(hand, step.by)) return hand.isSteward ? "own-system" : "not-a-carer";
  return to === "resolved" && unfinished > 0 ? "unfinished" : null;
}
