import { z } from "zod";
import type { listBookmarks as contract } from "#shared/contract/reading.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { bookmarksOf } from "./bookmark-store.ts";

const Where = z.tuple([z.uuid()]);
type Row = Awaited<ReturnType<typeof bookmarksOf>>[number];

/** What one keeps, the newest first. */
export async function listBookmarks({ db }: Deps, { actor, query }: Call<typeof contract>) {
  const { after, limit } = query;
  const before = readCursor(Where, after)?.[0] ?? null;
  const rows = await bookmarksOf(db, actor.accountId, { before, limit: limit + 1 });
  return toPage(rows, limit, { view: bookmarkView, place: ({ id }) => [id] });
}

function bookmarkView({ createdAt, claim, blockId, ...row }: Row) {
  return { ...row, claim: claimView(claim, blockId !== null), createdAt: createdAt.toISOString() };
}

function claimView(claim: Row["claim"], isByBlocked: boolean) {
  if (!claim) return null;
  const { id, text, language, withdrawnAt } = claim;
  const isWithdrawn = withdrawnAt !== null;
  return { id, text: isWithdrawn ? "" : text, language, isWithdrawn, isByBlocked };
}
