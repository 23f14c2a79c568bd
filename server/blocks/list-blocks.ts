import { z } from "zod";
import type { listBlocks as contract } from "#shared/contract/blocks.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { blocksOf } from "./store.ts";

const Where = z.tuple([z.uuid()]);

/** Whom one has blocked, the latest first. */
export async function listBlocks({ db }: Deps, { actor, query }: Call<typeof contract>) {
  const { after, limit } = query;
  const before = readCursor(Where, after)?.[0] ?? null;
  const rows = await blocksOf(db, actor.accountId, { before, limit: limit + 1 });
  return toPage(rows, limit, {
    view: ({ createdAt, ...block }) => ({ ...block, createdAt: createdAt.toISOString() }),
    place: ({ id }) => [id],
  });
}
