import {
  type addDefinition as addContract,
  definitionChanged,
  definitionWithdrawn,
  type editDefinition as editContract,
  type withdrawDefinition as withdrawContract,
} from "#shared/contract/definitions.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal, refuseField } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import { mayDefine, maySteerDebate } from "../policy.ts";
import { lockPlaces, saveRevision } from "../revision-store.ts";
import { touchDebate } from "../store.ts";
import { checkEditable, debateToWriteIn } from "../writing.ts";
import {
  type DefinitionRow,
  hasTerm,
  lockDefinition,
  markDefinitionWithdrawn,
  rewordDefinition,
  saveDefinition,
} from "./definition-store.ts";
import { viewDefinition } from "./list-definitions.ts";

/** How a definition reads in its history. */
export const wordingOf = ({ term, text }: Pick<DefinitionRow, "term" | "text">) =>
  `${term}: ${text}`;

/** Says what a word means; each word once in a debate. */
export async function addDefinition(deps: Deps, call: Call<typeof addContract>) {
  const { standing, params, body, once } = call;
  const { communityId, debateId } = params;
  const authorId = standing.participantId;
  return deps.transact(async (tx) => {
    await debateToWriteIn(tx, call, mayDefine);
    await checkTerm(tx, params, { term: body.term });
    const id = deps.random.id();
    const row = { communityId, debateId, id, ...body, authorId, editorId: authorId };
    await saveDefinition(tx.db, row);
    return tell(tx, { communityId, debateId, definitionId: id });
  }, once);
}

/** Rewords what a word means, as any member may; who agreed with it before is asked anew. */
export async function editDefinition(deps: Deps, call: Call<typeof editContract>) {
  const { standing, params, body, once } = call;
  const { communityId, debateId, definitionId } = params;
  const { version, term, text } = body;
  return deps.transact(async (tx) => {
    await debateToWriteIn(tx, call, mayDefine);
    await checkTerm(tx, params, { term, except: definitionId });
    const before = await lockDefinition(tx.db, params);
    if (!before) throw new Refusal("not-found");
    if (before.term === term && before.text === text && before.withdrawnAt === null) {
      return viewDefinition(tx.db, params);
    }
    checkEditable(before, version);
    await saveRevision(tx.db, {
      communityId,
      subjectId: definitionId,
      version,
      text: wordingOf(before),
      editorId: before.editorId,
    });
    await rewordDefinition(tx.db, params, { term, text, editorId: standing.participantId });
    return tell(tx, { communityId, debateId, definitionId });
  }, once);
}

/** Takes a definition away. */
export async function withdrawDefinition(deps: Deps, call: Call<typeof withdrawContract>) {
  const { standing, params, once } = call;
  const { communityId, debateId, definitionId } = params;
  return deps.transact(async (tx) => {
    const debate = await debateToWriteIn(tx, call, mayDefine);
    const before = await lockDefinition(tx.db, params);
    if (!before) throw new Refusal("not-found");
    if (before.authorId !== standing.participantId && !maySteerDebate(standing, debate)) {
      throw new Refusal("not-allowed", because("authors-only"));
    }
    if (before.withdrawnAt !== null) return;
    await markDefinitionWithdrawn(tx.db, params);
    await tx.record(definitionWithdrawn, { communityId, debateId, definitionId });
  }, once);
}

/** A word is defined once in a debate; two at once come one after the other. */
async function checkTerm(
  tx: Tx,
  ids: { readonly communityId: string; readonly debateId: string },
  words: { readonly term: string; readonly except?: string },
): Promise<void> {
  await lockPlaces(tx.db, [ids.debateId]);
  if (await hasTerm(tx.db, ids, words)) {
    refuseField("duplicate-text", "term", because("term-defined"));
  }
}

async function tell(
  tx: Tx,
  ids: { readonly communityId: string; readonly debateId: string; readonly definitionId: string },
) {
  const { communityId, debateId } = ids;
  const definition = await viewDefinition(tx.db, ids);
  await touchDebate(tx.db, ids);
  await tx.record(definitionChanged, { communityId, debateId, definition });
  return definition;
}
