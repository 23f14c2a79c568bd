import type { z } from "zod";
import {
  ResponseValue,
  type Statement,
  type statementAdded,
  type StatementCounts,
} from "#shared/contract/statements.ts";
import type { Standing } from "../platform/actor.ts";
import { mayChange, mayRespond, maySeeCounts, type Setting, sumOf } from "./policy.ts";
import type { ReadStatement } from "./store.ts";

/** What everybody in the debate may see of a statement; nothing of any reader in it. */
export function factsOf({
  statement,
  author,
}: Pick<ReadStatement, "statement" | "author">): z.output<(typeof statementAdded)["payload"]> {
  const { communityId, debateId, id, text, language, sourceNumber, version } = statement;
  const createdAt = statement.createdAt.toISOString();
  const said = { communityId, debateId, id, text, language, author, sourceNumber };
  const mark = statement.moderation === null ? {} : { moderation: statement.moderation };
  return { ...said, version, createdAt, ...marksOf(statement), ...mark };
}

const marksOf = ({ isSeed, isMeta }: ReadStatement["statement"]) => ({
  ...(isSeed && { isSeed }),
  ...(isMeta && { isMeta }),
});

/** What visitors responded, where any did and moderators have not left it out. */
export function countedVisitors(
  counts: StatementCounts,
  { countsVisitors }: Pick<Setting, "countsVisitors">,
): StatementCounts | null {
  return countsVisitors && sumOf(counts) > 0 ? counts : null;
}

/** Of what is out of sight nothing is counted, and nobody responds. */
const nothing = {
  counts: null,
  visitors: null,
  can: { respond: false, edit: false, withdraw: false },
};

/** A statement as one reader sees it. */
export function viewFor(standing: Standing, debate: Setting) {
  return (row: ReadStatement): Statement => {
    const { authorId, status } = row.statement;
    const { counts, visitors } = row;
    const mine = row.mine === null ? null : ResponseValue.parse(row.mine);
    const isMine = mayChange(standing, debate.phase, { authorId, status, counts, visitors, mine });
    const isOpen = maySeeCounts(debate.phase, { mine });
    const { withdrawnAt, moderation } = row.statement;
    const isAway = withdrawnAt !== null && moderation !== null;
    if (isAway) return { ...factsOf(row), status, mine: null, ...nothing };
    return {
      ...factsOf(row),
      status,
      mine,
      counts: isOpen ? counts : null,
      visitors: isOpen ? countedVisitors(visitors, debate) : null,
      can: { respond: mayRespond(standing, debate, status), edit: isMine, withdraw: isMine },
    };
  };
}
