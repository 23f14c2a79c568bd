import type { Subject } from "#shared/contract/moderated.ts";
import type { Deps } from "../deps.ts";
import type { Tx } from "../platform/transact.ts";
import { learn, textOf } from "../spam/public.ts";
import { decisionAbout } from "./action-store.ts";
import { putsAway } from "./policy.ts";
import { type ActionRow, contentStateOf } from "./store.ts";
import { kinds } from "./subjects.ts";

interface About {
  readonly communityId: string;
  readonly subject: Subject;
}

/** What a decision says: spam, no spam, or neither, as of what is hidden because it is unkind. */
function verdictOf(decision: ActionRow | undefined): boolean | null {
  if (!decision) return null;
  if (putsAway(decision.kind)) return decision.isSpam ? true : null;
  return false;
}

/** Lets advice be learned from the decision about something that stands by now: of what was undone, nothing. */
export async function learnFrom(
  deps: Pick<Deps, "stamps" | "random">,
  tx: Tx,
  { communityId, subject }: About,
): Promise<void> {
  if (subject.kind === "profile") return;
  const state = await contentStateOf(tx.db, communityId, subject);
  const thing = await kinds[subject.kind].find(tx.db, { communityId, id: subject.id });
  const words = state?.kept?.words ?? thing?.words ?? {};
  const isSpam = verdictOf(await decisionAbout(tx.db, communityId, subject.id));
  await learn(deps, tx, { communityId, subjectId: subject.id, text: textOf(words), isSpam });
}

/** The same after an action was taken back, overturned, made lighter, or put in force again. */
export const learnAgain = (
  deps: Pick<Deps, "stamps" | "random">,
  tx: Tx,
  { communityId, subjectKind: kind, subjectId: id }: ActionRow,
): Promise<void> => learnFrom(deps, tx, { communityId, subject: { kind, id } });
