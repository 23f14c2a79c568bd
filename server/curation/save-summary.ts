import {
  type restoreSummary as restoreContract,
  type saveSummary as saveContract,
  type Summary,
  summaryChanged,
} from "#shared/contract/curation.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { beginCurating, note, type Scene } from "./curating.ts";
import { findVersion, insertSummary, latestSummary, type SummaryRow } from "./summary-store.ts";

export function summaryView({ summary, author }: SummaryRow): Summary {
  const { version, text, restores, createdAt } = summary;
  return { version, text, author, at: createdAt.toISOString(), restores };
}

/** Writes the summary anew. Words that stand there already are saved already, whatever the version. */
export async function saveSummary(deps: Deps, call: Call<typeof saveContract>) {
  const { params, body, once } = call;
  return deps.transact(async (tx) => {
    const scene = await beginCurating(tx, call);
    const latest = await latestSummary(tx.db, params);
    if (latest?.summary.text === body.text) return summaryView(latest);
    return addVersion(scene, latest, { ...body, restores: null });
  }, once);
}

/** Brings an older version back, as a new one. */
export async function restoreSummary(deps: Deps, call: Call<typeof restoreContract>) {
  const { params, body, once } = call;
  return deps.transact(async (tx) => {
    const scene = await beginCurating(tx, call);
    const old = await findVersion(tx.db, params, params.number);
    if (!old) throw new Refusal("not-found");
    const latest = await latestSummary(tx.db, params);
    const { version: restores, text } = old.summary;
    if (latest?.summary.text === text) return summaryView(latest);
    return addVersion(scene, latest, { version: body.version, text, restores });
  }, once);
}

interface Words {
  /** The version that they were written over. */
  readonly version: number;
  readonly text: string;
  readonly restores: number | null;
}

async function addVersion(
  scene: Scene,
  latest: SummaryRow | undefined,
  { version: seen, text, restores }: Words,
): Promise<Summary> {
  const { tx, ids, actorId } = scene;
  const before = latest?.summary.version ?? 0;
  if (before !== seen) throw new Refusal("stale-version");
  const version = before + 1;
  await insertSummary(tx.db, { ...ids, version, text, restores, authorId: actorId });
  const row = await findVersion(tx.db, ids, version);
  if (!row) throw new Error("what was saved is there");
  const summary = summaryView(row);
  await note(scene, {
    kind: "summary",
    subjectId: ids.debateId,
    before: before === 0 ? [] : [String(before)],
    after: [String(version)],
    aboutId: null,
  });
  await tx.record(summaryChanged, { ...ids, summary });
  return summary;
}
