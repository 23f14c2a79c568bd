import type { ByPanel } from "#shared/contract/claims.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { MemberStanding, Standing } from "../platform/actor.ts";
import { forgetWordsAbout } from "../platform/ledger-store.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { type DebateFacts, isPublished, maySeeDebate, maySteerDebate } from "./policy.ts";
import { type DebateIds, type DebateRow, holdDebate } from "./store.ts";

type May = (standing: Standing, debate: DebateFacts) => boolean;

/** The debate, kept in its phase while somebody writes in it; refused where its phase forbids that. */
export async function debateToWriteIn(
  tx: Tx,
  { standing, params }: { readonly standing: MemberStanding; readonly params: DebateIds },
  may: May,
): Promise<DebateRow> {
  const debate = await holdDebate(tx.db, params);
  if (!debate || !maySeeDebate(standing, debate)) throw new Refusal("not-found");
  if (may(standing, debate)) return debate;
  throw new Refusal("phase-forbids", because("no-writing-in-phase", { phase: debate.phase }));
}

interface Standable {
  readonly withdrawnAt: Date | null;
  readonly archivedAt?: Date | null;
  readonly mergedInto?: string | null;
}

/** Lets on what stands: neither withdrawn, nor archived, nor one with another claim by now. */
export function checkStands({ withdrawnAt, archivedAt, mergedInto }: Standable): void {
  if (withdrawnAt !== null) throw new Refusal("withdrawn");
  if (mergedInto) throw new Refusal("set-aside", because("claim-merged"));
  if (archivedAt) throw new Refusal("set-aside", because("claim-archived"));
}

/** Lets those on who say which statements of a debate are shown when, and mark them. */
export function checkStatementCarer(standing: Standing, debate: DebateFacts): void {
  if (maySteerDebate(standing, debate)) return;
  throw new Refusal("not-allowed", because("statement-carers"));
}

/** Lets only the author on. */
export function checkAuthor(standing: MemberStanding, { authorId }: { authorId: string }): void {
  if (authorId === standing.participantId) return;
  throw new Refusal("not-allowed", because("authors-only"));
}

/** What a panel recommends stays as more than half of it said yes to it. */
export function checkNotByPanel({ byPanel }: { readonly byPanel: ByPanel | null }): void {
  if (byPanel !== null) throw new Refusal("not-allowed", because("panel-words"));
}

/** Lets an edit on that was made from the version that stands now. */
export function checkEditable(
  thing: Standable & { readonly version: number },
  version: number,
): void {
  checkStands(thing);
  if (thing.version !== version) throw new Refusal("stale-version");
}

export function refuseDuplicate(isDuplicate: boolean): void {
  if (!isDuplicate) return;
  throw new Refusal("duplicate-text", because("words-stand-here"));
}

/** The person who acts, as an author. */
export function authorOf({ participantId, name }: MemberStanding): Author {
  return { id: participantId, name, kind: "member" };
}

interface Withdrawn {
  readonly debate: DebateFacts & { readonly id: string };
  readonly standing: MemberStanding;
  readonly what: "position" | "claim" | "source" | "comment" | "statement";
  readonly id: string;
}

/**
 * Enters in the community's record that an author took something away, and forgets what the record says of it in
 * words; what happens in a draft is nobody's business.
 */
export async function enterWithdrawal(
  tx: Tx,
  { debate, standing, what, id }: Withdrawn,
): Promise<void> {
  const { communityId } = standing;
  await forgetWordsAbout(tx.db, { communityId, subject: id });
  if (!isPublished(debate)) return;
  await tx.act({
    communityId,
    kind: "content.withdrawn",
    actor: standing.participantId,
    subject: id,
    payload: { debateId: debate.id, what },
  });
}
