import { type Dispute, disputeLimits, type DisputeStage } from "#shared/contract/disputes.ts";

/** Where a step of a case is: behind it, where it stands, or ahead. */
export type Place = "past" | "here" | "ahead";

export interface CaseStep {
  readonly stage: DisputeStage | "opened";
  readonly level: number;
  readonly place: Place;
  /** When it was, or by when it ends; null where nobody knows. */
  readonly at: string | null;
  /** How long it lasts at most, where it is still to come. */
  readonly hours: number | null;
}

type Bare = Pick<CaseStep, "stage" | "level">;

const byJury = ["drawing", "summoning", "deliberation", "voting", "revealing"] as const;

/** The way before one jury: an earlier one is told by its ruling alone. */
function stepsOfLevel(dispute: Dispute, level: Dispute["levels"][number]): Bare[] {
  const at = (stage: DisputeStage): Bare => ({ stage, level: level.level });
  if (level.level < dispute.level) return [at("ruled")];
  const isVote = dispute.decision !== null;
  const hasJury = !isVote || level.seats !== null;
  // Both sides have said all to the juries before.
  if (level.wanted === 0) return [at("community"), at("ruled")];
  return [
    at("statements"),
    ...(hasJury ? byJury.map(at) : []),
    ...(isVote ? [at("community")] : []),
    at("ruled"),
  ];
}

function barePath(dispute: Dispute): Bare[] {
  const opened: Bare = { stage: "opened", level: 1 };
  if (dispute.stage === "withdrawn") return [opened, { stage: "withdrawn", level: dispute.level }];
  const mediation: Bare[] =
    dispute.subject.kind === "conflict" ? [{ stage: "mediation", level: 1 }] : [];
  return [opened, ...mediation, ...dispute.levels.flatMap((level) => stepsOfLevel(dispute, level))];
}

const dayHours = 24;

/** How long a stage lasts at most that has not begun. */
function hoursOf({ hours }: Dispute, stage: CaseStep["stage"]): number | null {
  if (stage in hours) return hours[stage as keyof typeof hours];
  if (stage === "summoning") return disputeLimits.answerHours;
  return stage === "mediation" ? disputeLimits.mediationDays * dayHours : null;
}

/** The moment that goes with a step: when it was, or when the one that it stands at ends. */
function momentOf(dispute: Dispute, { stage, level }: Bare, place: Place): string | null {
  if (stage === "opened") return dispute.openedAt;
  if (place === "ahead") return null;
  if (stage === "ruled") {
    return dispute.levels.find((one) => one.level === level)?.ruling?.at ?? null;
  }
  if (stage === "withdrawn") return dispute.endedAt;
  return place === "here" ? dispute.dueAt : null;
}

/** The whole way of a case, from its opening to the ruling that stands. */
export function pathOf(dispute: Dispute): CaseStep[] {
  const bare = barePath(dispute);
  const here = bare.findLastIndex(
    ({ stage, level }) => stage === dispute.stage && level === dispute.level,
  );
  return bare.map((step, at) => {
    const place: Place = at < here ? "past" : at === here ? "here" : "ahead";
    return {
      ...step,
      place,
      at: momentOf(dispute, step, place),
      hours: place === "ahead" ? hoursOf(dispute, step.stage) : null,
    };
  });
}
