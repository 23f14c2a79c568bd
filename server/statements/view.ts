import type { z } from "zod";
import { ResponseValue, type Statement, type statementAdded } from "#shared/contract/statements.ts";
import type { Standing } from "../platform/actor.ts";
import { mayChange, mayRespond, maySeeCounts } from "./policy.ts";
import type { ReadStatement } from "./store.ts";

/** What everybody in the debate may see of a statement; nothing of any reader in it. */
export function factsOf({
  statement,
  author,
}: Pick<ReadStatement, "statement" | "author">): z.output<(typeof statementAdded)["payload"]> {
  const { communityId, debateId, id, text, language, sourceNumber, version } = statement;
  const createdAt = statement.createdAt.toISOString();
  return { communityId, debateId, id, text, language, author, sourceNumber, version, createdAt };
}

/** A statement as one reader sees it. */
export function viewFor(standing: Standing, phase: string) {
  return (row: ReadStatement): Statement => {
    const { authorId, status } = row.statement;
    const mine = row.mine === null ? null : ResponseValue.parse(row.mine);
    const known = { authorId, status, counts: row.counts, mine };
    const isMine = mayChange(standing, phase, known);
    return {
      ...factsOf(row),
      status,
      mine,
      counts: maySeeCounts(phase, known) ? row.counts : null,
      can: { respond: mayRespond(standing, phase, status), edit: isMine, withdraw: isMine },
    };
  };
}
