import type { DecisionRules } from "#shared/contract/decisions.ts";
import { validateSettings } from "#shared/voting/index.ts";
import type { Db } from "#db/client.ts";
import { because, refuseFaults, refuseField } from "../platform/problem.ts";
import { choicesFor } from "./choices.ts";
import { weighMembers, weightOf } from "./electorate.ts";
import { checkRunoff } from "./runoff.ts";
import { databaseNow } from "../platform/now-store.ts";

const shortestMs = 60_000;
const longestMs = 366 * 86_400_000;

interface Subject {
  readonly communityId: string;
  readonly debateId: string;
}

/**
 * Checks rules against the debate's positions and the database's clock.
 * @returns the options to choose between, the position that is voted on where there is one, and the times
 */
export async function checkRules(db: Db, subject: Subject, rules: DecisionRules) {
  const now = await databaseNow(db);
  const opensAt = rules.opensAt === null ? now : new Date(rules.opensAt);
  const closesAt = new Date(rules.closesAt);
  if (opensAt.getTime() < now.getTime() - shortestMs) {
    refuseField("invalid-request", "opensAt", because("opens-too-early"));
  }
  checkSpan(closesAt.getTime() - Math.max(opensAt.getTime(), now.getTime()));
  checkSecrecy(rules);
  if (rules.settings.method === "budget" && rules.weighting.kind !== "one-person") {
    refuseField("invalid-request", "weighting", because("budget-one-person"));
  }
  await checkWeights(db, subject, rules);
  const { options, subject: position } = await choicesFor(db, subject, rules);
  await checkRunoff(db, { ...subject, runoffOf: rules.runoffOf, options });
  const faults = validateSettings({
    options: options.map(({ id }) => id),
    settings: rules.settings,
  });
  if (faults.length > 0) {
    const errors = faults.map(({ pointer, code, values }) => ({
      pointer: `#/body${pointer}`,
      ...because(code, values),
    }));
    refuseFaults("invalid-request", errors);
  }
  return { options, subject: position, opensAt, closesAt };
}

/** Refuses what does not go with how far votes are secret. */
function checkSecrecy(rules: DecisionRules): void {
  const { secrecy, liveResults, weighting, takesPaper, reasons, groupMajority } = rules;
  if (liveResults && secrecy !== "public") {
    refuseField("invalid-request", "liveResults", because("live-results-need-public"));
  }
  if (secrecy === "secret" && weighting.kind !== "one-person") {
    refuseField("invalid-request", "weighting", because("secret-one-person"));
  }
  if (secrecy === "secret" && takesPaper) {
    refuseField("invalid-request", "takesPaper", because("no-secret-paper"));
  }
  if (secrecy === "secret" && reasons !== "off") {
    refuseField("invalid-request", "reasons", because("secret-without-reasons"));
  }
  if (secrecy === "secret" && groupMajority !== null) {
    refuseField("invalid-request", "groupMajority", because("secret-without-group-majority"));
  }
}

/** Refuses weights by which nobody's vote would count: by tokens that nobody here holds, or of roles that nobody has. */
async function checkWeights(
  db: Db,
  { communityId }: Subject,
  { weighting, electorate }: DecisionRules,
): Promise<void> {
  if (weighting.kind === "one-person") return;
  const { all, holdings } = await weighMembers(db, {
    communityId,
    weighting,
    roles: electorate.roles,
  });
  const isByTokens = "snapshotId" in weighting;
  if (isByTokens && !holdings) {
    refuseField("invalid-request", "weighting/snapshotId", because("unknown-snapshot"));
  }
  if (weightOf(all) > 0n) return;
  if (isByTokens) {
    refuseField("invalid-request", "weighting/snapshotId", because("no-elector-holds"));
  }
  refuseField("invalid-request", "weighting/weights", because("no-elector-weighs"));
}

function checkSpan(span: number): void {
  if (span < shortestMs) {
    refuseField("invalid-request", "closesAt", because("closes-too-early"));
  }
  if (span > longestMs) {
    refuseField("invalid-request", "closesAt", because("closes-too-late"));
  }
}
