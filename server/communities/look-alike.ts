import { createHash } from "node:crypto";
import type { Db } from "#db/client.ts";
import { skeleton } from "#shared/names/skeleton.ts";
import { nameFault } from "#shared/names/rule.ts";
import { because, refuseField } from "../platform/problem.ts";
import { findAlike, keepSkeletons, withoutSkeleton } from "./name-store.ts";

interface Named {
  readonly communityId: string;
  readonly participantId: string;
  readonly name: string;
}

/**
 * What a name looks like, in a form that is always short: a skeleton may have eighteen times the characters of its name,
 * and an index takes no more than 2,700 bytes.
 */
const looksOf = (name: string): string =>
  createHash("sha256").update(skeleton(name)).digest("base64");

/** Computes what names look like that were given since the last time, or before there was a place for it. */
async function catchUp(db: Db, communityId: string): Promise<void> {
  const rows = await withoutSkeleton(db, communityId);
  if (rows.length === 0) return;
  const computed = rows.map(({ id, name }) => ({ id, name, skeleton: looksOf(name) }));
  await keepSkeletons(db, communityId, computed);
}

/**
 * Nobody comes in under a name that passes for another member's, or that breaks the rule of names, as accounts' names of
 * before it may. The community must be locked: of two who take such names at once, the second is refused.
 */
export async function refuseLookAlike(
  db: Db,
  { communityId, participantId, name }: Named,
): Promise<void> {
  const fault = nameFault(name.normalize("NFC"));
  if (fault) refuseField("name-unfit", "name", because(fault));
  await catchUp(db, communityId);
  const named = { communityId, participantId, name, skeleton: looksOf(name) };
  const other = await findAlike(db, named);
  if (other !== undefined) refuseField("name-unfit", "name", because("name-alike", { other }));
}
