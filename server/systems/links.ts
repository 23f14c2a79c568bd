import type { CardLink } from "#shared/contract/systems.ts";
import type { Db } from "#db/client.ts";
import { findCommitment } from "../commitments/public.ts";
import { readableDebate } from "../debates/public.ts";
import { readableDecision } from "../decisions/public.ts";
import type { Standing } from "../platform/actor.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { SystemRow } from "./store.ts";

type Named = SystemRow["links"][number];
const keyOf = ({ kind, id }: Named) => `${kind} ${id}`;

/** By what is called now what a card links to; null where there is none that the reader can read. */
async function linkTo(db: Db, standing: Standing, link: Named): Promise<CardLink | null> {
  try {
    return { kind: link.kind, id: link.id, ...(await titleOf(db, standing, link)) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function titleOf(db: Db, standing: Standing, { kind, id }: Named) {
  const { communityId } = standing;
  if (kind === "debate") {
    const { question } = await readableDebate({ db }, standing, { communityId, debateId: id });
    return { title: question, debateId: id };
  }
  if (kind === "decision") {
    const { title, debateId } = await readableDecision({ db }, standing, id);
    return { title, debateId };
  }
  const commitment = await findCommitment(db, { communityId, commitmentId: id });
  if (!commitment) throw new Refusal("not-found");
  return { title: commitment.title, debateId: commitment.debateId };
}

/** What cards link to, as far as the reader can read it, by `kind id`; looked up once for all of them. */
export async function linksIn(
  db: Db,
  standing: Standing,
  rows: readonly Pick<SystemRow, "links">[],
): Promise<(row: Pick<SystemRow, "links">) => CardLink[]> {
  const found = new Map<string, CardLink | null>();
  for (const link of rows.flatMap(({ links }) => links)) {
    const key = keyOf(link);
    if (!found.has(key)) found.set(key, await linkTo(db, standing, link));
  }
  return ({ links }) => links.flatMap((link) => found.get(keyOf(link)) ?? []);
}

/** What a card is to link to: each once, and only what its writer can read. */
export async function checkedLinks(
  db: Db,
  standing: Standing,
  named: readonly Named[],
): Promise<Named[]> {
  for (const [at, link] of named.entries()) {
    if ((await linkTo(db, standing, link)) === null) {
      refuseField("invalid-request", `links/${at}/id`, because("card-link-unknown"));
    }
  }
  return [...new Map(named.map((link) => [keyOf(link), link])).values()];
}
