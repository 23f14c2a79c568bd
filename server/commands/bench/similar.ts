import pg from "pg";
import { apart } from "#shared/finding/likeness.ts";
import { addDebate } from "../../decisions/testing-scene.ts";
import type { TestServer } from "../../testing/server-on.ts";
import { type Figure, median } from "./figures.ts";
import { manySentences, type Tongue } from "./sentences.ts";

const size = 100_000;
const rounds = 15;
const tongues: readonly Tongue[] = ["en", "en", "zh-TW", "ar"];

/** What was said before in similar words, over HTTP, against the bare trigram query that finds the same. */
export async function benchSimilar(server: TestServer): Promise<Figure[]> {
  const { communityId, debateId, owner } = await addDebate(server);
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  const said = manySentences(size, tongues);
  await fill(client, { communityId, debateId }, said);
  const path = `/api/communities/${communityId}/debates/${debateId}/similar`;
  const figures: Figure[] = [];
  for (const language of new Set(tongues)) {
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const text = begun(said[tongues.indexOf(language) + 4 * (round * 777 + 1_000)] ?? "");
      bare.push(await timed(() => askBare(client, text)));
      ours.push(await timed(() => ask(() => owner.send(path, asking(text)))));
    }
    figures.push({
      what: `what was said before among ${size} claims, asked in ${language}`,
      ours: median(ours),
      limit: { name: "bare SQL, text % $1 over a GIN index", value: median(bare) },
      unit: "ms",
      better: "less",
      goal: 3,
    });
  }
  await client.end();
  return figures;
}

/** Nearly what somebody said: the end of it is still to come. */
const begun = (text: string): string => Array.from(text.slice(0, 480)).slice(0, -4).join("");

/** The claims of one debate, and beside them a bare table of their texts as they are compared. */
async function fill(
  client: pg.Client,
  ids: { readonly communityId: string; readonly debateId: string },
  said: readonly string[],
): Promise<void> {
  await client.query("create table bare_texts (id uuid primary key, text text not null)");
  await client.query(
    `with said as (
       select gen_random_uuid() as id, text, compared
       from unnest($3::text[], $4::text[]) as said (text, compared)
     ), added as (
       insert into claims (community_id, id, debate_id, text, language, author_id)
       select $1, said.id, $2, said.text, 'en', author_id
       from said, debates where debates.community_id = $1 and debates.id = $2 returning 1
     ), bare as (
       insert into bare_texts select id, compared from said returning 1
     )
     insert into edges (community_id, id, debate_id, claim_id, side, target_kind, target_id)
     select $1, gen_random_uuid(), $2, said.id, 'pro', 'position',
       (select id from positions where community_id = $1 and debate_id = $2 order by id limit 1)
     from said`,
    [ids.communityId, ids.debateId, said, said.map(apart)],
  );
  await client.query("create index on bare_texts using gin (text gin_trgm_ops)");
  await client.query("vacuum analyze");
  await client.query("set pg_trgm.similarity_threshold = 0.35");
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

const asking = (text: string): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ kind: "claim", text }),
});

async function ask(send: () => Promise<Response>): Promise<void> {
  const response = await send();
  const { items } = (await response.json()) as { items?: unknown[] };
  if (!items?.length) throw new Error(`nothing similar was found (${response.status})`);
}

async function askBare(client: pg.Client, text: string): Promise<void> {
  const { rows } = await client.query(
    "select id, text, similarity(text, $1) from bare_texts where text % $1 order by 3 desc limit 5",
    [apart(text)],
  );
  if (rows.length === 0) throw new Error("the bare query finds nothing");
}
