import { z } from "zod";
import type {
  listComments as listContract,
  readTalk as talkContract,
} from "#shared/contract/comments.ts";
import type { Deps } from "../../deps.ts";
import { readCursor, writeCursor } from "../../platform/cursor.ts";
import type { Call } from "../../platform/mount.ts";
import { Refusal } from "../../platform/problem.ts";
import { isClaimIn, readableDebate } from "../public.ts";
import { countWellPut, wellPutBy } from "./acknowledgement-store.ts";
import { commentsAt, countComments } from "./comment-store.ts";
import { viewComments } from "./comment-view.ts";

const Where = z.tuple([z.uuid()]);

/** What is said about a claim, the newest first. */
export async function listComments(
  deps: Deps,
  { standing, params, query }: Call<typeof listContract>,
) {
  await readableDebate(deps, standing, params);
  if (!(await isClaimIn(deps.db, params))) throw new Refusal("not-found");
  const { limit, after } = query;
  const before = readCursor(Where, after)?.[0] ?? null;
  const rows = await commentsAt(deps.db, params, { before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const { communityId, debateId } = params;
  const subjectIds = shown.map(({ id }) => id);
  const [items, mine] = await Promise.all([
    viewComments(deps.db, shown),
    wellPutBy(deps.db, standing.participantId, { communityId, debateId, subjectIds }),
  ]);
  return { items, mine, next: rows.length > limit && last ? writeCursor([last.id]) : null };
}

/** How much is said about each claim, and how many find it well put. */
export async function readTalk(deps: Deps, { standing, params }: Call<typeof talkContract>) {
  await readableDebate(deps, standing, params);
  const [comments, wellPut, mine] = await Promise.all([
    countComments(deps.db, params),
    countWellPut(deps.db, params),
    wellPutBy(deps.db, standing.participantId, params),
  ]);
  const claimIds = [...new Set([...comments.keys(), ...wellPut.keys()])];
  const items = claimIds.map((claimId) => ({
    claimId,
    comments: comments.get(claimId) ?? 0,
    wellPut: wellPut.get(claimId) ?? 0,
  }));
  return { items, mine };
}
