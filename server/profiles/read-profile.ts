import { z } from "zod";
import { Id, Moment } from "#shared/contract/ids.ts";
import type {
  listDeeds as deedsContract,
  readPicture as pictureContract,
  readProfile as contract,
} from "#shared/contract/profiles.ts";
import type { Deps } from "../deps.ts";
import { readCursor, toPage } from "../platform/cursor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { type DeedRow, deedsOf, findPerson, findPicture, type PersonKey } from "./store.ts";
import { profileView } from "./view.ts";

/** Somebody as this community knows them. */
export async function readProfile({ db }: Deps, { params, standing }: Call<typeof contract>) {
  return profileView(await personIn(db, params), standing);
}

async function personIn(db: Deps["db"], key: PersonKey) {
  const person = await findPerson(db, key);
  if (!person) throw new Refusal("not-found");
  return person;
}

const Place = z.tuple([Moment, Id]);
const momentOf = ({ at }: DeedRow) => new Date(at).toISOString();

/** What they added and did, in debates that everybody here can see. */
export async function listDeeds({ db }: Deps, { params, query }: Call<typeof deedsContract>) {
  await personIn(db, params);
  const { limit } = query;
  const place = readCursor(Place, query.after);
  const after = place && { at: place[0], id: place[1] };
  return toPage(await deedsOf(db, { ...params, after, limit: limit + 1 }), limit, {
    view: (row) => ({ ...row, at: momentOf(row) }),
    place: (row) => [momentOf(row), row.id],
  });
}

const aYear = 31_536_000;

/** A picture never changes under its address. Whoever may see the community may see it. */
export async function readPicture(
  { db }: Deps,
  { params, reply }: Call<typeof pictureContract>,
): Promise<void> {
  const picture = await findPicture(db, params, params.hash);
  if (!picture) throw new Refusal("not-found");
  void reply
    .headers({
      "content-type": "image/webp",
      "cache-control": `private, max-age=${aYear}, immutable`,
      "content-disposition": "inline",
    })
    .send(picture);
}
