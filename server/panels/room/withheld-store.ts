import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { charterVersions } from "#db/schema/charter.ts";
import { contentStates, moderationActions, moderationItems } from "#db/schema/moderation.ts";
import type { Withheld } from "#shared/contract/panel-hearing.ts";

interface Decided extends Pick<Withheld, "rule"> {
  readonly reason: string;
  /** What it said, as long as that is kept. */
  readonly text: string;
}

/** What actions say that keep words out of sight, with those words, by the ids of the actions. */
export async function decidedBy(
  db: Db,
  communityId: string,
  actionIds: readonly string[],
): Promise<Map<string, Decided>> {
  if (actionIds.length === 0) return new Map();
  const { number, version, title } = charterVersions;
  const rows = await db
    .select({
      actionId: moderationActions.id,
      reason: moderationActions.reason,
      kept: contentStates.kept,
      rule: { number, version, title },
    })
    .from(moderationActions)
    .leftJoin(
      contentStates,
      and(
        eq(contentStates.communityId, moderationActions.communityId),
        eq(contentStates.actionId, moderationActions.id),
      ),
    )
    .leftJoin(
      charterVersions,
      and(
        eq(charterVersions.communityId, moderationActions.communityId),
        eq(number, moderationActions.ruleNumber),
        eq(version, moderationActions.ruleVersion),
      ),
    )
    .where(
      and(
        eq(moderationActions.communityId, communityId),
        inArray(moderationActions.id, [...actionIds]),
      ),
    );
  return new Map(
    rows.map(({ actionId, reason, kept, rule }) => [
      actionId,
      { reason, rule, text: kept?.words["text"] ?? "" },
    ]),
  );
}

/** Whether somebody reported an answer, and nobody has decided yet. */
export async function waitsForModerators(
  db: Db,
  { communityId, id }: { readonly communityId: string; readonly id: string },
): Promise<boolean> {
  const [row] = await db
    .select({ id: moderationItems.id })
    .from(moderationItems)
    .where(
      and(
        eq(moderationItems.communityId, communityId),
        eq(moderationItems.subjectKind, "answer"),
        eq(moderationItems.subjectId, id),
        eq(moderationItems.status, "open"),
      ),
    );
  return row !== undefined;
}
