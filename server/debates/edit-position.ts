import { type editPosition as contract, positionChanged } from "#shared/contract/claims.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { positionView } from "./claim-view.ts";
import { mayAddPosition } from "./policy.ts";
import { hasPosition, lockPosition, rewordPosition } from "./position-store.ts";
import { lockPlaces, saveRevision } from "./revision-store.ts";
import {
  authorOf,
  checkAuthor,
  checkEditable,
  checkNotByPanel,
  debateToWriteIn,
  refuseDuplicate,
} from "./writing.ts";

/** Rewords a position; what it said stays in its history. */
export async function editPosition(deps: Deps, call: Call<typeof contract>) {
  const { standing, params, body, once } = call;
  const { communityId, debateId, positionId } = params;
  const { version, ...words } = body;
  return deps.transact(async (tx) => {
    await debateToWriteIn(tx, call, mayAddPosition);
    await lockPlaces(tx.db, [debateId]);
    const before = await lockPosition(tx.db, params);
    if (!before) throw new Refusal("not-found");
    checkAuthor(standing, before);
    checkNotByPanel(before);
    if (before.title === words.title && before.text === words.text) return positionView(before);
    checkEditable(before, version);
    const { title } = words;
    refuseDuplicate(await hasPosition(tx.db, params, { title, except: positionId }));
    await saveRevision(tx.db, {
      communityId,
      subjectId: positionId,
      version,
      text: [before.title, before.text].filter(Boolean).join("\n\n"),
      editorId: before.authorId,
    });
    const position = positionView(await rewordPosition(tx.db, params, words));
    const authors = [authorOf(standing)];
    await tx.record(positionChanged, { communityId, debateId, position, authors });
    const subject = { kind: "position" as const, id: position.id };
    const moderation = await deps.screen(tx, { standing, debateId, subject, isEdit: true });
    return moderation ? { ...position, moderation } : position;
  }, once);
}
