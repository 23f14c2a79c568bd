import { and, asc, desc, eq, gte, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { communities } from "#db/schema/communities.ts";
import { debates } from "#db/schema/debates.ts";
import { statementCounts, statements } from "#db/schema/statements.ts";
import type { Phase } from "#shared/contract/phases.ts";
import type { Sample } from "#shared/contract/samples.ts";

interface SampleChoice {
  readonly language: string | undefined;
  readonly phases: readonly Phase[];
  readonly fewestAnswers: number;
}

/**
 * The most answered statement that whoever comes along may read and, once they have joined, answer: of debates under
 * way, in public communities that can be joined without an invitation. What is in the reader's language comes first, then
 * what is in the one that pages without a translation are shown in. The older one where two have as many.
 */
export async function mostAnswered(db: Db, choice: SampleChoice): Promise<Sample | undefined> {
  const { agrees, disagrees, passes } = statementCounts;
  const answers = sql<number>`${agrees} + ${disagrees} + ${passes}`;
  const { language } = statements;
  const understood = sql`case ${language} when ${choice.language ?? ""} then 0 when 'en' then 1 else 2 end`;
  const [found] = await db
    .select({
      community: { id: communities.id, slug: communities.slug, name: communities.name },
      debate: { id: debates.id, question: debates.question, language: debates.language },
      statement: { id: statements.id, text: statements.text, language: statements.language },
      counts: { agrees, disagrees, passes },
    })
    .from(statementCounts)
    .innerJoin(
      statements,
      and(
        eq(statements.communityId, statementCounts.communityId),
        eq(statements.id, statementCounts.statementId),
      ),
    )
    .innerJoin(
      debates,
      and(eq(debates.communityId, statements.communityId), eq(debates.id, statements.debateId)),
    )
    .innerJoin(communities, eq(communities.id, statements.communityId))
    .where(
      and(
        eq(communities.isPrivate, false),
        ne(communities.joinPolicy, "by-invitation"),
        inArray(debates.phase, [...choice.phases]),
        eq(statements.status, "shown"),
        isNull(statements.withdrawnAt),
        gte(answers, choice.fewestAnswers),
      ),
    )
    .orderBy(asc(understood), desc(answers), asc(statements.id))
    .limit(1);
  return found;
}
