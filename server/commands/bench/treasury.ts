import pg from "pg";
import { treasuryLimits } from "#shared/contract/treasury.ts";
import { addCommunity } from "../../testing/community.ts";
import type { TestServer } from "../../testing/server-on.ts";
import type { Figure } from "./figures.ts";
import { readWhole, repeated } from "./timed-reads.ts";

const size = treasuryLimits.entries;

/** As many entries as a treasury may have: its figures, its lists, and the table of all, over HTTP. */
export async function benchTreasury(server: TestServer): Promise<Figure[]> {
  const owner = await server.person("Bench");
  const { communityId, participantId } = await addCommunity(server, owner);
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    await fill(client, { communityId, participantId });
    const path = `/api/communities/${communityId}/treasury`;
    const middle = await cursorInTheMiddle(client, communityId);
    const bare = (text: string) => repeated(() => client.query(text, [communityId]));
    const get = (rest: string) => repeated(() => readWhole(owner, `${path}${rest}`));
    const pass = await bare(
      "select to_char(day, 'YYYY-MM'), kind, sum(amount) from treasury_entries where community_id = $1 group by 1, 2",
    );
    const rows = await bare("select * from treasury_entries where community_id = $1 order by id");
    const once = { name: "bare SQL, one pass over them", value: pass };
    const all = { name: "bare SQL, all their rows", value: rows };
    const few = "/entries?limit=100&currency=EUR";
    const measured = [
      { what: "a treasury's figures", ours: await get("?currency=EUR"), limit: once, goal: 5 },
      { what: "the newest 100", ours: await get(few), limit: once, goal: 3 },
      {
        what: "100 half way down",
        ours: await get(`${few}&after=${middle}`),
        limit: once,
        goal: 3,
      },
      { what: "what waits", ours: await get(`${few}&state=waiting`), limit: once, goal: 3 },
      { what: "the table of all", ours: await get("/table?currency=EUR"), limit: all, goal: 10 },
    ];
    return measured.map(({ what, ...figure }) => {
      return { what: `${what} among ${size} entries`, ...figure, unit: "ms", better: "less" };
    });
  } finally {
    await client.end();
  }
}

interface Keeper {
  readonly communityId: string;
  readonly participantId: string;
}

/** Ten years of payments by five hundred parties; all but the last ten count. */
async function fill(client: pg.Client, { communityId, participantId }: Keeper): Promise<void> {
  await client.query(
    `insert into treasury_entries (community_id, id, kind, amount, currency, day, party, what, entered_by_id,
       settled_as, settled_by_id, settled_at)
     select $1, ('01a22000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       case when n % 3 = 0 then 'out' else 'in' end, 100 + n % 9000, 'EUR', current_date - n % 3650,
       'Party ' || n % 500, 'Payment ' || n, $2,
       case when n <= $3::int - 10 then 'confirmed' end, case when n <= $3::int - 10 then $2::uuid end,
       case when n <= $3::int - 10 then now() end
     from generate_series(1, $3::int) n`,
    [communityId, participantId, size],
  );
  await client.query("analyze treasury_entries");
}

async function cursorInTheMiddle(client: pg.Client, communityId: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "select id from treasury_entries where community_id = $1 order by id desc offset $2 limit 1",
    [communityId, size / 2],
  );
  return Buffer.from(JSON.stringify([rows[0]?.id])).toString("base64url");
}
