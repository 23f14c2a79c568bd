import { z } from "zod";
import type { listReasons as contract } from "#shared/contract/decisions.ts";
import type { Ballot } from "#shared/voting/index.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { mayReadReasons } from "./policy.ts";
import { readableDecision } from "./readable.ts";
import { reasonsApart } from "./reason-store.ts";

interface Reasoned {
  readonly ballot: Ballot;
  readonly reason: string | null;
}

/**
 * A secret ballot and its reason, which lies beside it: a ballot that is published with its reason in it could be
 * known by it, and each that a delegate cast for somebody would have the same.
 */
export function apart({ ballot, reason }: Reasoned): Reasoned {
  if (ballot.method !== "consent") return { ballot, reason };
  return { ballot: { ...ballot, reason: "" }, reason: ballot.reason.trim() || null };
}

/** The ballot as its voter filled it in. */
export function together({ ballot, reason }: Reasoned): Ballot {
  return ballot.method === "consent" && reason !== null ? { ...ballot, reason } : ballot;
}

const Place = z.tuple([z.int().min(1).max(2_147_483_647)]);

/** Why people took their stances in a secret decision that has closed. */
export async function listReasons(deps: Deps, { standing, params, query }: Call<typeof contract>) {
  const decision = await readableDecision(deps, standing, params.decisionId);
  if (!mayReadReasons(decision)) throw new Refusal("not-allowed", because("votes-hidden"));
  const after = readCursor(Place, query.after)?.[0] ?? 0;
  const rows = await reasonsApart(deps.db, params, { after, limit: query.limit + 1 });
  return toPage(rows, query.limit, {
    view: ({ stance, reason }) => ({ stance, reason }),
    place: ({ place }) => [place],
  });
}
