import { z } from "zod";
import type {
  listDisputes as listContract,
  listPrecedents as precedentsContract,
  readDispute as readContract,
  readDraw as drawContract,
} from "#shared/contract/disputes.ts";
import type { Deps } from "../deps.ts";
import { toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { namesOf } from "../platform/names-store.ts";
import { Refusal } from "../platform/problem.ts";
import { readCursor } from "../platform/cursor.ts";
import { jurorsOf } from "./jury-store.ts";
import { disputesNamed, disputesOf, findDispute, idsOf, juriesOf, precedentsOf } from "./store.ts";
import { rulingOf, summaries, viewDispute } from "./view.ts";

export async function readDispute({ db }: Deps, { standing, params }: Call<typeof readContract>) {
  const row = await findDispute(db, params);
  if (!row) throw new Refusal("not-found");
  return viewDispute(db, standing, row);
}

const Place = z.tuple([z.uuid()]);

/** Cases, the latest first. */
export async function listDisputes(
  { db }: Deps,
  { standing, params, query }: Call<typeof listContract>,
) {
  const { communityId } = params;
  const { limit, after, mine, ...wanted } = query;
  const before = readCursor(Place, after)?.[0] ?? null;
  const { participantId } = standing;
  if (mine === "true" && participantId === null) return { items: [], next: null };
  const of = mine === "true" ? (participantId ?? undefined) : undefined;
  const rows = await disputesOf(db, { ...wanted, communityId, of }, { before, limit: limit + 1 });
  const views = new Map(
    (await summaries(db, communityId, rows)).map((summary) => [summary.id, summary]),
  );
  const shown = rows.flatMap(({ id }) => views.get(id) ?? []);
  return toPage(shown, limit, { view: (row) => row, place: ({ id }) => [id] });
}

/** How a jury was drawn, once those who could be are fixed. */
export async function readDraw({ db }: Deps, { params, query }: Call<typeof drawContract>) {
  const row = await findDispute(db, params);
  if (!row) throw new Refusal("not-found");
  const juries = await juriesOf(db, idsOf(row));
  const { level = null } = query;
  const jury = juries.findLast((one) => (level === null ? one.draw !== null : one.level === level));
  if (!jury?.draw) throw new Refusal("not-found");
  return jury.draw;
}

/** Rulings on cases like this one. */
export async function listPrecedents({ db }: Deps, { params }: Call<typeof precedentsContract>) {
  const row = await findDispute(db, params);
  if (!row) throw new Refusal("not-found");
  const { communityId } = row;
  const found = await precedentsOf(db, row);
  const rows = await disputesNamed(
    db,
    communityId,
    found.map(({ id }) => id),
  );
  const views = await summaries(db, communityId, rows);
  const items = [];
  for (const { id, isSameRule, likeness } of found) {
    const dispute = views.find((view) => view.id === id);
    const ids = { communityId, disputeId: id };
    const last = (await juriesOf(db, ids)).findLast(({ ruling }) => ruling !== null);
    const jurors = (await jurorsOf(db, ids)).filter(({ level }) => level === last?.level);
    const names = await namesOf(
      db,
      communityId,
      jurors.map(({ participantId }) => participantId),
    );
    const ruling = last && rulingOf(last, jurors, names);
    if (dispute && ruling) items.push({ dispute, ruling, isSameRule, likeness });
  }
  return { items };
}
