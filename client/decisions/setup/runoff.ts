import type { DecisionView } from "#shared/contract/decisions.ts";
import { type Draft, draftOf } from "./draft.ts";
import { toLocal } from "../../lib/local-time.ts";

/** Between whom a runoff is: the first two, and whoever is level with the second. */
export function leadingOptions({ options, result }: DecisionView): readonly string[] {
  const leading: string[] = [];
  for (const group of result?.tally.ranking ?? []) {
    if (leading.length >= 2) break;
    leading.push(...group);
  }
  return leading.length >= 2 ? leading : options.map(({ id }) => id);
}

/** What the runoff is between: positions, or times; one proposal is put to the vote once more. */
function choicesOf({ method, subject }: DecisionView, options: DecisionView["options"]) {
  if (subject) return { positionIds: null };
  if (method !== "time-poll") {
    return { positionIds: options.flatMap(({ positionId }) => positionId ?? []) };
  }
  return { positionIds: null, times: options.map(({ title }) => toLocal(Date.parse(title))) };
}

const week = 7 * 86_400_000;

/** A runoff as it is proposed: the rules of the decision that left it open, between those who led. */
export function runoffDraft(before: DecisionView, title: string, now: number): Draft {
  const leading = leadingOptions(before);
  const options = before.options.filter(({ id }) => leading.includes(id));
  return {
    ...draftOf(before),
    title,
    runoffOf: before.id,
    ...choicesOf(before, options),
    opens: "now",
    closesAt: toLocal(now + week),
  };
}
