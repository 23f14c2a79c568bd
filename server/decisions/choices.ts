import { uuidv7 } from "uuidv7";
import type { Db } from "#db/client.ts";
import type { DecisionRules } from "#shared/contract/decisions.ts";
import { fixedOptionsOf } from "#shared/voting/index.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { standingPositions } from "./store.ts";

/** A position that stands in a debate. */
export interface Standing {
  readonly id: string;
  readonly title: string;
}

interface Choice {
  readonly id: string;
  readonly positionId: string | null;
  readonly title: string;
}

interface Choices {
  readonly options: readonly Choice[];
  /** what is voted on, where the options are the method's own */
  readonly subject: Standing | null;
}

const refuse = (field: string, ...reason: Parameters<typeof because>) =>
  refuseField("invalid-request", field, because(...reason));

/** What can be chosen under these rules: positions, times, or the method's own answers about one position. */
export async function choicesFor(
  db: Db,
  { communityId, debateId }: { communityId: string; debateId: string },
  rules: DecisionRules,
): Promise<Choices> {
  if (rules.settings.method === "time-poll") return { options: timesIn(rules), subject: null };
  if (rules.times !== null) refuse("times", "times-not-asked");
  const standing = await standingPositions(db, communityId, debateId);
  const chosen = chosenAmong(standing, rules.positionIds);
  const fixed = fixedOptionsOf(rules.settings);
  if (!fixed) return { options: positionsIn(chosen, rules), subject: null };
  if (rules.threshold !== null) refuse("threshold", "threshold-in-settings");
  const [subject, other] = chosen;
  if (!subject || other) return refuse("positionIds", "one-position");
  return { options: fixed.map((id) => ({ id, positionId: null, title: id })), subject };
}

function chosenAmong(standing: readonly Standing[], wanted: readonly string[] | null) {
  const unknown = wanted?.find((id) => !standing.some((position) => position.id === id));
  if (unknown !== undefined) refuse("positionIds", "unknown-position");
  return wanted === null ? standing : standing.filter(({ id }) => wanted.includes(id));
}

/** Where settings say something of each option, options are called what their positions are, so that it can be said of these. */
function positionsIn(
  chosen: readonly Standing[],
  { positionIds: wanted, settings }: DecisionRules,
): Choice[] {
  if (chosen.length < 2) {
    if (wanted !== null) refuse("positionIds", "too-few-options", { least: 2 });
    throw new Refusal("too-few-positions", because("positions-missing", { found: chosen.length }));
  }
  const isPriced = settings.method === "budget";
  return chosen.map(({ id, title }) => {
    return { id: isPriced ? id : uuidv7(), positionId: id, title };
  });
}

/** The earliest first; each is called by the moment that it is. */
function timesIn({ times, positionIds }: DecisionRules): Choice[] {
  if (positionIds !== null) refuse("positionIds", "positions-not-asked");
  if (times === null) return refuse("times", "times-missing");
  const moments = times.map((time) => new Date(time).toISOString());
  const again = moments.findIndex((moment, at) => moments.indexOf(moment) < at);
  if (again >= 0) refuse(`times/${again}`, "duplicate-time");
  return moments.toSorted().map((title) => ({ id: uuidv7(), positionId: null, title }));
}
