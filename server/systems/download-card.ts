import type { downloadSystemCard as contract } from "#shared/contract/systems.ts";
import { canonicalJson } from "#shared/merkle/canonical-json.ts";
import { exportCard } from "#shared/systems/index.ts";
import type { Deps } from "../deps.ts";
import { Download } from "../platform/download.ts";
import type { Call } from "../platform/mount.ts";
import { namesOf } from "../platform/names-store.ts";
import { Refusal } from "../platform/problem.ts";
import { incidentsOf } from "./incident-store.ts";
import { communityNameOf, findSystem } from "./store.ts";

const mostIncidents = 10_000;

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

/** A card as a file that anybody can check by its hash. */
export async function downloadCard({ db }: Deps, { params }: Call<typeof contract>) {
  const { communityId, systemId } = params;
  const row = await findSystem(db, params);
  if (!row) throw new Refusal("not-found");
  const page = { before: null, limit: mostIncidents };
  const incidents = await incidentsOf(db, { communityId, systemId }, page);
  const steward = (await namesOf(db, communityId, [row.stewardId])).get(row.stewardId);
  const card = exportCard({
    ...row.content,
    id: systemId,
    community: { id: communityId, name: await communityNameOf(db, communityId) },
    steward: steward?.kind === "member" ? steward.name : null,
    version: row.version,
    changedAt: row.createdAt.toISOString(),
    links: row.links,
    incidents: incidents.map(({ id, title, release, severity, state, createdAt }) => {
      return { id, title, release, severity, state, reportedAt: createdAt.toISOString() };
    }),
  });
  const kind = { ending: "json", type: "application/json; charset=utf-8", plainTitle: "card" };
  return new Download(row.content.name, kind, whole(`${canonicalJson(card)}\n`));
}
