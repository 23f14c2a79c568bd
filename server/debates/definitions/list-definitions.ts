import type { Definition, listDefinitions as contract } from "#shared/contract/definitions.ts";
import type { Db } from "#db/client.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { mayDefine, maySteerDebate } from "../policy.ts";
import { readableDebate } from "../public.ts";
import { agreementsBy, type DefinitionIds, definitionsOf } from "./definition-store.ts";

type Row = Awaited<ReturnType<typeof definitionsOf>>[number];

function viewOf({ definition, author, editor, agreed }: Row): Definition {
  const { id, term, text, version, updatedAt } = definition;
  return { id, term, text, author, editor, version, updatedAt: updatedAt.toISOString(), agreed };
}

/** One definition as everybody sees it. */
export async function viewDefinition(db: Db, ids: DefinitionIds): Promise<Definition> {
  const [row] = await definitionsOf(db, ids);
  if (!row) throw new Error("a definition that is locked is there");
  return viewOf(row);
}

/** What the words of a debate mean. */
export async function listDefinitions(deps: Deps, { standing, params }: Call<typeof contract>) {
  const debate = await readableDebate(deps, standing, params);
  const { participantId } = standing;
  const [rows, mine] = await Promise.all([
    definitionsOf(deps.db, params),
    participantId === null ? [] : agreementsBy(deps.db, { ...params, participantId }),
  ]);
  const define = mayDefine(standing, debate);
  const can = { define, withdrawAll: define && maySteerDebate(standing, debate) };
  return { items: rows.map(viewOf), mine, can };
}
