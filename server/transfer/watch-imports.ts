import { z } from "zod";
import { Id, Moment } from "#shared/contract/ids.ts";
import type {
  cancelImport as cancelContract,
  listImports as listContract,
  readImport as readContract,
} from "#shared/contract/transfer.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { fileFault } from "./import-fault.ts";
import type { Importer } from "./importer.ts";
import { endImport, endSilent, findImport, type ImportIds, importsOf } from "./store.ts";
import { importView } from "./view.ts";

const Cursor = z.tuple([Moment, Id]);

/** A community's imports, newest first. */
export async function listImports(deps: Deps, { standing, query }: Call<typeof listContract>) {
  await endInterrupted(deps, standing);
  const cursor = readCursor(Cursor, query.after);
  const rows = await importsOf(deps.db, standing.communityId, {
    after: cursor && { at: cursor[0], id: cursor[1] },
    limit: query.limit + 1,
  });
  return toPage(rows, query.limit, {
    view: (row) => importView(standing, row),
    place: ({ row }) => [row.createdAt.toISOString(), row.id],
  });
}

export async function readImport(deps: Deps, { standing, params }: Call<typeof readContract>) {
  await endInterrupted(deps, standing);
  return readOne(deps, standing, params);
}

/** Stops an import; nothing of it stays. One that ended meanwhile stays as it ended. */
export async function cancelImport(
  deps: Deps,
  importer: Importer,
  { standing, params }: Call<typeof cancelContract>,
) {
  await readOne(deps, standing, params);
  const isFirst = await endImport(deps.db, params, { status: "cancelled" });
  if (isFirst) importer.cancel(params.importId);
  return readOne(deps, standing, params);
}

async function readOne({ db }: Deps, standing: Standing, ids: ImportIds) {
  const found = await findImport(db, ids);
  if (found === undefined) throw new Refusal("not-found");
  return importView(standing, found);
}

/** Whoever looks notices imports whose process was killed. */
const endInterrupted = ({ db }: Deps, { communityId }: Standing): Promise<void> =>
  endSilent(db, communityId, fileFault("interrupted").problem);
