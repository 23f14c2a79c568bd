import type { Db } from "#db/client.ts";
import { closedDecisions } from "./store.ts";

/** So many decisions, the latest ones. */
const most = 200;

/** How many voted, and how unequal their power was, in each decision of a community that has closed and was reported on. */
export async function powerOverTime(db: Db, communityId: string) {
  const rows = await closedDecisions(db, communityId, most);
  return rows.flatMap(({ closedAt, report }) => {
    if (closedAt === null || report === null) return [];
    const { cast, of } = report.turnout.persons;
    return [{ closedAt, cast, of, gini: report.voters.gini }];
  });
}
