import { Settings } from "#shared/voting/index.ts";
import { maySeeDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import { createBatch } from "../platform/batch.ts";
import { brief } from "../platform/brief.ts";
import { Refusal } from "../platform/problem.ts";
import { keyFor } from "./ballot-id.ts";
import { type BallotPaperRow, papersOf } from "./ballot-paper-store.ts";
import type { DecisionIds } from "./store.ts";

/** What a ballot is filled in against. */
export interface BallotPaper extends Omit<BallotPaperRow, "settings" | "sealedKey"> {
  readonly settings: Settings;
  /** What leads from voters to their ballots; gone once the decision has closed. */
  readonly key: Uint8Array | null;
}

/**
 * Reads the ballot papers of decisions; those who ask at the same time are answered together. Once a decision has
 * opened its paper is what it is, and is believed for half a second; whether it is still open is for the database to
 * say when the ballot is there.
 */
export function createPapers(deps: Pick<Deps, "db" | "vault">) {
  const load = createBatch(async (keys: readonly string[]) => {
    const papers = new Map<string, BallotPaper>();
    for (const row of await papersOf(deps.db, [...new Set(keys)].map(idsIn))) {
      papers.set(keyOf(row), await paperOf(deps, row));
    }
    return keys.map((key) => papers.get(key));
  });
  const known = brief(load);
  /** For who may read the decision's debate; for others the same refusal as for none. */
  return async (standing: Standing, ids: DecisionIds): Promise<BallotPaper> => {
    const key = keyOf(ids);
    const paper = await known.get(key);
    if (paper?.status !== "open") known.forget(key);
    if (!paper || !maySeeDebate(standing, paper.debate)) throw new Refusal("not-found");
    return paper;
  };
}

const keyOf = ({ communityId, decisionId }: DecisionIds) => `${communityId} ${decisionId}`;

function idsIn(key: string): DecisionIds {
  const [communityId = "", decisionId = ""] = key.split(" ");
  return { communityId, decisionId };
}

async function paperOf(
  deps: Pick<Deps, "db" | "vault">,
  { settings, sealedKey, ...row }: BallotPaperRow,
): Promise<BallotPaper> {
  return {
    ...row,
    settings: Settings.parse(settings),
    key: row.status === "open" ? await keyFor(deps, row, sealedKey) : null,
  };
}
