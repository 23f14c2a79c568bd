import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Tx } from "../platform/transact.ts";
import { standingIn } from "./position-store.ts";

/** A debate that somebody has just shown to everybody, or worded anew. */
interface Asked {
  readonly standing: MemberStanding;
  readonly debateId: string;
  readonly isEdit?: true;
}

/** Has a question looked at as all else that members write, with the answers that came along when it is asked. */
export async function screenQuestion(deps: Deps, tx: Tx, asked: Asked): Promise<void> {
  const { standing, debateId, isEdit } = asked;
  await deps.screen(tx, { ...asked, subject: { kind: "question", id: debateId } });
  if (isEdit) return;
  const { communityId } = standing;
  for (const id of await standingIn(tx.db, { communityId, debateId })) {
    // They came with the question, which counts once for the pace at which somebody writes.
    const subject = { kind: "position" as const, id };
    await deps.screen(tx, { standing, debateId, subject, isEdit: true });
  }
}
