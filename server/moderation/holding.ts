import type { Severity } from "#shared/contract/moderated.ts";
import type { Deps } from "../deps.ts";
import { reaches, totalWeight } from "#shared/moderation/flag-weight.ts";
import type { Moderated } from "../platform/moderated.ts";
import type { Tx } from "../platform/transact.ts";
import { saveAction } from "./action-store.ts";
import { setContent } from "./effects.ts";
import { type FlagRow, flagsOn, recordsOf } from "./flag-store.ts";
import { changeItem, type ItemRow } from "./item-store.ts";
import { enter } from "./ledger.ts";
import { deadlineFrom, settingsOf } from "./settings.ts";
import { type ActionRow, contentStateOf } from "./store.ts";
import { tellAuthor } from "./tell.ts";

const newcomer = { agreed: 0, disagreed: 0 };

/** Rules by how often flags cite them, the most cited first. */
function rulesIn(flags: readonly FlagRow[]): number[] {
  const counts = new Map<number, number>();
  for (const { ruleNumber } of flags) counts.set(ruleNumber, (counts.get(ruleNumber) ?? 0) + 1);
  const byCount = [...counts].toSorted(([a, many], [b, more]) => more - many || a - b);
  return byCount.map(([number]) => number);
}

const earlier = (a: Date, b: Date) => (a < b ? a : b);

/**
 * Weighs an item's flags anew. When they reach the community's threshold, the content is put out of sight until
 * somebody decides. Where a debate has opinion groups, flags of one group alone only fold it: no group silences another.
 */
export async function weigh(
  deps: Deps,
  tx: Tx,
  { item, thing }: { readonly item: ItemRow; readonly thing: Moderated },
): Promise<ItemRow> {
  const { communityId, id: itemId } = item;
  const settings = await settingsOf(tx.db, communityId);
  const flags = await flagsOn(tx.db, { communityId, itemId });
  const records = await recordsOf(
    tx.db,
    communityId,
    flags.map(({ participantId }) => participantId),
  );
  const recordOf = ({ participantId }: FlagRow) => records.get(participantId) ?? newcomer;
  const counted = flags.filter(({ isCounted }) => isCounted);
  const isReached = reaches(settings.flagThreshold, counted.map(recordOf));
  // What waits for another reason waits out of sight already, but for what is only advised about.
  const waits = item.work !== "flags" && item.severity !== "normal";
  const severity = severityOf(flags, isReached || waits);
  const deadlineAt = deadlineFrom(deps.clock(), severity, settings);
  const changed = await changeItem(tx.db, item, {
    flagCount: flags.length,
    weight: totalWeight(flags.map(recordOf)),
    rules: rulesIn(flags),
    severity,
    deadlineAt: severity === item.severity ? item.deadlineAt : earlier(deadlineAt, item.deadlineAt),
  });
  if (isReached) await putOnHold(deps, tx, { item: changed, thing, counted });
  return changed;
}

function severityOf(flags: readonly FlagRow[], isReached: boolean): Severity {
  if (flags.some(({ kind }) => kind === "illegal")) return "illegal";
  return isReached ? "urgent" : "normal";
}

interface Reached {
  readonly item: ItemRow;
  readonly thing: Moderated;
  readonly counted: readonly FlagRow[];
}

async function putOnHold(deps: Deps, tx: Tx, { item, thing, counted }: Reached): Promise<void> {
  const now = await contentStateOf(tx.db, item.communityId, thing.subject);
  if (now && now.state !== "collapsed") return;
  const isBroad = await comesFromSeveralGroups(deps, thing, counted);
  if (now && !isBroad) return;
  const cited = counted.find(({ ruleNumber }) => ruleNumber === item.rules[0]);
  const action = await saveHold(deps, tx, { item, thing, cited });
  await setContent(tx, thing, { state: isBroad ? "hidden" : "collapsed", by: action });
}

/** Whether flags come from at least two opinion groups; where a debate has no groups, nobody is asked. */
async function comesFromSeveralGroups(
  { opinionGroups }: Deps,
  { communityId, debateId }: Moderated,
  counted: readonly FlagRow[],
): Promise<boolean> {
  if (debateId === null || opinionGroups === undefined) return true;
  const participantIds = counted.map(({ participantId }) => participantId);
  const groups = await opinionGroups({ communityId, debateId }, participantIds);
  return groups === null || new Set(groups.values()).size >= 2;
}

interface Hold {
  readonly item: ItemRow;
  readonly thing: Moderated;
  readonly cited?: Pick<FlagRow, "ruleNumber" | "ruleVersion"> | undefined;
}

/** Notes that something waits out of sight, or folded, and tells its author. */
export async function saveHold(
  { random, forgetStandings }: Deps,
  tx: Tx,
  { item, thing, cited }: Hold,
): Promise<ActionRow> {
  const { communityId, debateId, authorId, subject } = thing;
  const action = await saveAction(tx.db, {
    communityId,
    id: random.id(),
    kind: "hold",
    subjectKind: subject.kind,
    subjectId: subject.id,
    debateId,
    authorId,
    itemId: item.id,
    ruleNumber: cited?.ruleNumber ?? null,
    ruleVersion: cited?.ruleVersion ?? null,
    reason: "",
    role: "automatic",
  });
  if (subject.kind === "profile") tx.afterCommit(forgetStandings);
  await enter(tx, action, { what: "hold", actor: null });
  await tellAuthor(tx, action, "acted");
  return action;
}
