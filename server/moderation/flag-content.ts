import type {
  flagContent as contract,
  withdrawFlag as withdrawContract,
} from "#shared/contract/flags.ts";
import type { Subject } from "#shared/contract/moderated.ts";
import { ruleInForce } from "../communities/public.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import type { Moderated } from "../platform/moderated.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import {
  findFlag,
  type FlagRow,
  flagsOn,
  flagsToday,
  isSettled,
  saveFlag,
  withdraw,
} from "./flag-store.ts";
import { beginItem } from "./begin-item.ts";
import { weigh } from "./holding.ts";
import { changeItem, findItem, type ItemRow, lastDecided, openItemAbout } from "./item-store.ts";
import { settingsOf } from "./settings.ts";
import { lockSubject } from "./store.ts";
import { limitsFor } from "./trust.ts";
import { placeOf } from "./subjects.ts";
import { askModerators, settleItem, tellQueue } from "./tell.ts";
import { viewOwnFlags } from "./view-flags.ts";

/** Reports something that breaks a rule of the charter. */
export async function flagContent(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, body, once } = call;
  const { communityId } = params;
  const { participantId } = standing;
  return deps.transact(async (tx) => {
    await lockSubject(tx.db, body.subject);
    const { thing } = await placeOf(tx.db, standing, { communityId, subject: body.subject });
    await checkFlaggable(tx, call, thing);
    const settings = await settingsOf(tx.db, communityId);
    const { version: ruleVersion } = await citedRule(tx, communityId, body.rule);
    const open = await openItemAbout(tx.db, communityId, body.subject);
    const item = open ?? (await beginItem(deps, tx, { thing, settings, kind: "flags" }));
    const flag = await saveFlag(tx.db, {
      communityId,
      id: deps.random.id(),
      itemId: item.id,
      subjectKind: body.subject.kind,
      subjectId: body.subject.id,
      participantId,
      kind: body.kind,
      ruleNumber: body.rule,
      ruleVersion,
      note: body.note,
      isCounted: await isSettled(tx.db, { communityId, participantId }, settings.flagAgeDays),
    });
    const weighed = await weigh(deps, tx, { item, thing });
    if (!open) await askModerators(tx, weighed, participantId);
    await tellQueue(tx, weighed);
    return viewOne(tx, flag);
  }, once);
}

async function viewOne(tx: Tx, flag: FlagRow) {
  const [view] = await viewOwnFlags(tx.db, [flag]);
  if (!view) throw new Error("a flag that is there can be seen");
  return view;
}

/** A rule that can be cited now; refused where none has this number. */
export async function citedRule(tx: Tx, communityId: string, number: number) {
  const rule = await ruleInForce(tx.db, communityId, number);
  return rule ?? refuseField("not-found", "rule", because("no-such-rule"));
}

async function checkFlaggable(
  tx: Tx,
  { standing, params, body }: Call<typeof contract>,
  thing: Moderated,
): Promise<void> {
  const { communityId } = params;
  const { participantId } = standing;
  if (thing.authorId === participantId) {
    throw new Refusal("not-allowed", because("not-your-own"));
  }
  if (thing.isWithdrawn) throw new Refusal("withdrawn");
  await checkNotFlagged(tx, { communityId, participantId }, body.subject);
  const decided = await lastDecided(tx.db, communityId, body.subject);
  if (decided?.subjectVersion === thing.version) throw new Refusal("decided-lately");
  const { flagsPerDay: most } = await limitsFor(tx.db, standing);
  if ((await flagsToday(tx.db, { communityId, participantId })) >= most) {
    throw new Refusal("too-many-requests", because("most-flags", { most }));
  }
}

interface Flagger {
  readonly communityId: string;
  readonly participantId: string;
}

async function checkNotFlagged(tx: Tx, { communityId, participantId }: Flagger, subject: Subject) {
  const open = await openItemAbout(tx.db, communityId, subject);
  const flags = open ? await flagsOn(tx.db, { communityId, itemId: open.id }) : [];
  if (flags.some((flag) => flag.participantId === participantId)) {
    throw new Refusal("flagged-already");
  }
}

/** Takes a flag back, which nobody has decided on. */
export async function withdrawFlag(deps: Deps, call: Call<typeof withdrawContract>) {
  const { standing, params, once } = call;
  const { communityId } = params;
  await deps.transact(async (tx) => {
    const flag = await findFlag(tx.db, params);
    if (flag?.participantId !== standing.participantId) throw new Refusal("not-found");
    const subject = { kind: flag.subjectKind, id: flag.subjectId };
    await lockSubject(tx.db, subject);
    const again = await findFlag(tx.db, params);
    if (again?.outcome === "withdrawn") return;
    if (again?.outcome !== "open") throw new Refusal("changed-since");
    await withdraw(tx.db, params);
    const item = await findItem(tx.db, { communityId, itemId: flag.itemId });
    if (item?.status === "open") await without(deps, tx, { standing, item });
  }, once);
}

/** What nobody reports any more waits for nobody, unless it is out of sight already. */
async function without(
  deps: Deps,
  tx: Tx,
  {
    standing,
    item,
  }: { readonly standing: Call<typeof contract>["standing"]; readonly item: ItemRow },
): Promise<void> {
  const { communityId, subjectKind, subjectId } = item;
  const subject = { kind: subjectKind, id: subjectId };
  const { thing } = await placeOf(tx.db, standing, { communityId, subject });
  const weighed = await weigh(deps, tx, { item, thing });
  const isOver = weighed.flagCount === 0 && weighed.work === "flags" && thing.mark === null;
  const left = isOver
    ? await changeItem(tx.db, weighed, { status: "lapsed", closedAt: deps.clock() })
    : weighed;
  if (isOver) await settleItem(tx, left);
  await tellQueue(tx, left);
}
