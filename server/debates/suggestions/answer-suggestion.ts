import { claimChanged } from "#shared/contract/claims.ts";
import {
  type acceptSuggestion as acceptContract,
  type declineSuggestion as declineContract,
  suggestionChanged,
  type takeBackSupport as takeBackContract,
} from "#shared/contract/suggestions.ts";
import { inPassing } from "../../blocks/public.ts";
import type { Deps } from "../../deps.ts";
import { beginningOf, notify, saysOf } from "../../notifications/public.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import { type ClaimRow, hasClaimAt, lockClaim, placesOf, rewordClaim } from "../claim-store.ts";
import { claimView } from "../claim-view.ts";
import { clearMarks } from "../marks/clear-marks.ts";
import { canSettle, mayAddClaim } from "../policy.ts";
import { lockPlaces, saveRevision } from "../revision-store.ts";
import { authorOf, checkEditable, debateToWriteIn, refuseDuplicate } from "../writing.ts";
import {
  dropSupport,
  findSuggestion,
  lockSuggestion,
  saveSupport,
  settleSuggestion,
  type SuggestionIds,
  type SuggestionRow,
  supportersOf,
} from "./suggestion-store.ts";
import { viewSuggestions } from "./suggestion-view.ts";

type Answer = Pick<Call<typeof acceptContract>, "standing" | "params">;

/** Accepts suggested words: the claim's author at once, others once enough of them support it. */
export async function acceptSuggestion(deps: Deps, call: Call<typeof acceptContract>) {
  const { standing, params, once } = call;
  const { communityId, suggestionId } = params;
  const { participantId } = standing;
  return deps.transact(async (tx) => {
    const { suggestion: row, claim } = await answering(tx, call);
    if (row.status === "accepted") return { suggestion: await tell(tx, params), claim: null };
    checkOpen(row);
    if (row.authorId === participantId) {
      throw new Refusal("not-allowed", because("not-your-suggestion"));
    }
    // Words that were suggested for a former version don't fit what the claim says now.
    checkEditable(claim, row.claimVersion);
    await deps.refuseLocked(tx, { standing, subject: { kind: "claim", id: claim.id } });
    const isAuthor = claim.authorId === participantId;
    if (!isAuthor) await saveSupport(tx.db, { communityId, suggestionId, participantId });
    const supporters = await supportersOf(tx.db, { communityId, ids: [suggestionId] });
    const isSettled = isAuthor || canSettle(supporters.get(suggestionId) ?? []);
    const reworded = isSettled ? await reword(tx, claim, row) : null;
    if (isSettled) {
      await settleSuggestion(tx.db, params, { status: "accepted", settledById: participantId });
      await tellSuggester(tx, call, { suggestion: row, outcome: "accepted" });
    }
    return { suggestion: await tell(tx, params), claim: reworded };
  }, once);
}

/** Takes one's support back while the suggestion waits. */
export async function takeBackSupport(deps: Deps, call: Call<typeof takeBackContract>) {
  const { standing, params, once } = call;
  const { communityId, suggestionId } = params;
  return deps.transact(async (tx) => {
    const { suggestion } = await answering(tx, call);
    checkOpen(suggestion);
    const { participantId } = standing;
    await dropSupport(tx.db, { communityId, suggestionId, participantId });
    return tell(tx, params);
  }, once);
}

/** The claim's author declines; who suggested it withdraws. */
export async function declineSuggestion(deps: Deps, call: Call<typeof declineContract>) {
  const { standing, params, once } = call;
  const { participantId } = standing;
  return deps.transact(async (tx) => {
    const { suggestion, claim } = await answering(tx, call);
    const isOwn = suggestion.authorId === participantId;
    if (!isOwn && claim.authorId !== participantId) {
      throw new Refusal("not-allowed", because("decliners-only"));
    }
    const status = isOwn ? ("withdrawn" as const) : ("declined" as const);
    if (suggestion.status === status) return tell(tx, params);
    checkOpen(suggestion);
    await settleSuggestion(tx.db, params, { status, settledById: participantId });
    if (!isOwn) await tellSuggester(tx, call, { suggestion, outcome: "declined" });
    return tell(tx, params);
  }, once);
}

/** The suggestion and its claim, both held: of two who accept at once one comes second. */
async function answering(tx: Tx, call: Answer) {
  const { params } = call;
  await debateToWriteIn(tx, call, mayAddClaim);
  const found = await findSuggestion(tx.db, params);
  if (!found) throw new Refusal("not-found");
  const { communityId, claimId } = found;
  // In the order in which claims are edited: the places, the claim, then what is about it.
  await lockPlaces(tx.db, await placesOf(tx.db, { communityId, claimId }));
  const claim = await lockClaim(tx.db, { ...params, claimId });
  const suggestion = await lockSuggestion(tx.db, params);
  if (!claim || !suggestion) throw new Refusal("not-found");
  return { claim, suggestion };
}

function checkOpen({ status }: SuggestionRow): void {
  if (status !== "open") throw new Refusal("changed-since", because("suggestion-settled"));
}

/** Puts the suggested words in the place of the claim's, which stay in its history. */
async function reword(tx: Tx, claim: ClaimRow, { text, authorId }: SuggestionRow) {
  const { communityId, debateId, id: claimId, version } = claim;
  const ids = { communityId, debateId, claimId };
  const targetIds = await placesOf(tx.db, ids);
  refuseDuplicate(await hasClaimAt(tx.db, { communityId, targetIds }, { text, except: claimId }));
  const editorId = claim.editorId ?? claim.authorId;
  await saveRevision(tx.db, {
    communityId,
    subjectId: claimId,
    version,
    text: claim.text,
    editorId,
  });
  const view = claimView(await rewordClaim(tx.db, ids, { text, editorId: authorId }));
  await clearMarks(tx, ids, "reworded");
  await tx.record(claimChanged, { communityId, debateId, claim: view });
  return view;
}

interface Settled {
  readonly suggestion: SuggestionRow;
  readonly outcome: "accepted" | "declined";
}

/** Whoever suggested the words hears what became of them. */
async function tellSuggester(tx: Tx, { standing }: Answer, { suggestion, outcome }: Settled) {
  const { communityId, debateId, claimId, authorId, text } = suggestion;
  await notify(tx, {
    communityId,
    participantIds: [authorId],
    kind: `debates.wording-${outcome}`,
    link: `/c/${standing.slug}/d/${debateId}/arguments#claim-${claimId}`,
    data: { ...saysOf(authorOf(standing)), text: beginningOf(text) },
    unlessMuted: debateId,
    unlessBlocked: inPassing(standing),
  });
}

/** Tells the room how a suggestion stands now. */
export async function tell(tx: Tx, ids: SuggestionIds) {
  const { communityId, debateId } = ids;
  const row = await findSuggestion(tx.db, ids);
  const [suggestion] = await viewSuggestions(tx.db, row ? [row] : []);
  if (!suggestion) throw new Error("a suggestion that is locked is there");
  await tx.record(suggestionChanged, { communityId, debateId, suggestion });
  return suggestion;
}
