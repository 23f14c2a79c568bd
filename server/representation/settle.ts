import { isFarEnough, type Said } from "#shared/representation/release.ts";
import type { ReleasedPart } from "#shared/representation/released-part.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../deps.ts";
import {
  type About,
  differencesFrom,
  newestRelease,
  type Release,
  saveRelease,
} from "./release-store.ts";
import { lockDeclared } from "./store.ts";

/** Where tables are told. */
export interface Telling {
  readonly deps: Deps;
  readonly db: Db;
  /** Nothing new is told while nobody is kept out meanwhile: it is noted as due. */
  readonly isHeld: boolean;
  readonly due: string[];
}

/** Tells what was told before, waiting for nobody; where something new is due, one at a time works it out. */
export async function tellInTurn<T>(
  deps: Deps,
  communityId: string,
  tell: (telling: Telling) => Promise<T>,
): Promise<T> {
  const due: string[] = [];
  const asItWas = await tell({ deps, db: deps.db, isHeld: false, due });
  if (due.length === 0) return asItWas;
  return deps.transact(async ({ db }) => {
    await lockDeclared(db, communityId);
    return tell({ deps, db, isHeld: true, due: [] });
  });
}

/** People of whom something is told, and what they said. */
export interface Group {
  readonly of: About;
  readonly said: Said;
}

/**
 * What is told now: as before, unless none or enough people make the difference to each table that was told about the
 * same. Nothing where nothing was told yet and too few make the difference.
 * @param groups all those of whom it tells something; it is found again under the first
 * @param workOut gives null where there is nothing to tell
 */
export async function settle(
  { db, deps, isHeld, due }: Telling,
  groups: readonly [Group, ...Group[]],
  workOut: () => Promise<ReleasedPart | null> | ReleasedPart | null,
): Promise<Release | undefined> {
  const [{ of: first, said: whole }] = groups;
  const newest = await newestRelease(db, first);
  if (whole.size === 0) return newest;
  let isSame = true;
  for (const { of, said } of groups) {
    const before = of === first ? newest : await newestRelease(db, of);
    const differences = await differencesFrom(db, of, said);
    if (![...differences.values()].every(isFarEnough)) return newest;
    isSame &&= before !== undefined && differences.get(before.id) === 0;
  }
  if (isSame) return newest;
  if (!isHeld) {
    due.push(first.about);
    return newest;
  }
  const told = await workOut();
  if (told === null) return newest;
  const releasedAt = deps.clock();
  const next = { id: deps.random.id(), told, releasedAt };
  await saveRelease(db, first, { ...next, said: whole });
  for (const { of, said } of groups.slice(1)) {
    await saveRelease(db, of, { id: deps.random.id(), told: {}, releasedAt, said });
  }
  return next;
}
