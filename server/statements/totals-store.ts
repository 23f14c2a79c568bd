import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { ResponseTotals } from "#shared/contract/statements.ts";
import type { DebateIds } from "./store.ts";

interface TotalsRow extends Record<string, unknown> {
  readonly responses: number;
  readonly people: number;
  readonly visitorResponses: number;
  readonly visitors: number;
  readonly countsVisitors: boolean;
}

/** How many responses a debate has, of how many people; visitors apart. */
export async function countDebate(
  db: Db,
  { communityId, debateId }: DebateIds,
): Promise<ResponseTotals> {
  const { rows } = await db.execute<TotalsRow>(sql`
    select counted.*, gathered.*, d.counts_visitors as "countsVisitors"
    from debates d,
    lateral (
      select coalesce(sum(c.agrees + c.disagrees + c.passes), 0)::int as responses,
        coalesce(sum(c.visitor_agrees + c.visitor_disagrees + c.visitor_passes), 0)::int as "visitorResponses"
      from statements s
      join statement_counts c on c.community_id = s.community_id and c.statement_id = s.id
      where s.community_id = d.community_id and s.debate_id = d.id
    ) counted,
    lateral (
      select (count(*) filter (where not is_visitor))::int as people,
        (count(*) filter (where is_visitor))::int as visitors
      from responders r where r.community_id = d.community_id and r.debate_id = d.id
    ) gathered
    where d.community_id = ${communityId} and d.id = ${debateId}`);
  const [row] = rows;
  if (!row) return { responses: 0, people: 0, visitors: null };
  const { responses, people, visitors: visiting, visitorResponses } = row;
  const isShown = row.countsVisitors && visiting > 0;
  const visitors = isShown ? { responses: visitorResponses, people: visiting } : null;
  return { responses, people, visitors };
}
