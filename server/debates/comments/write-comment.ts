import {
  type addComment as addContract,
  commentChanged,
  type editComment as editContract,
  mentionedIn,
  mostMentions,
  type withdrawComment as withdrawContract,
} from "#shared/contract/comments.ts";
import type { Deps } from "../../deps.ts";
import type { MemberStanding } from "../../platform/actor.ts";
import type { Call } from "../../platform/mount.ts";
import { because, Refusal, refuseField } from "../../platform/problem.ts";
import type { Tx } from "../../platform/transact.ts";
import { type ClaimRow, findClaim, lockClaim } from "../claim-store.ts";
import { mayRate } from "../policy.ts";
import { saveRevision } from "../revision-store.ts";
import { type DebateRow, touchDebate } from "../store.ts";
import {
  checkAuthor,
  checkEditable,
  checkStands,
  debateToWriteIn,
  enterWithdrawal,
} from "../writing.ts";
import {
  areMembers,
  changeComment,
  type CommentRow,
  countComments,
  lockComment,
  saveComment,
} from "./comment-store.ts";
import { viewComments } from "./comment-view.ts";
import { tellMentioned, tellTalkers } from "./tell-people.ts";

/** Says something about a claim. */
export async function addComment(deps: Deps, call: Call<typeof addContract>) {
  const { standing, params, body, once } = call;
  const { communityId, debateId, claimId } = params;
  const { text } = body;
  return deps.transact(async (tx) => {
    await debateToWriteIn(tx, call, mayRate);
    const claim = await lockClaim(tx.db, params);
    if (!claim) throw new Refusal("not-found");
    checkStands(claim);
    const mentioned = await checkMentions(tx, communityId, text);
    const authorId = standing.participantId;
    const about = { standing, claim };
    await tellTalkers(tx, about, mentioned);
    await tellMentioned(tx, about, mentioned);
    const id = deps.random.id();
    const row = await saveComment(tx.db, { communityId, debateId, claimId, id, text, authorId });
    await touchDebate(tx.db, params);
    const comment = await tell(tx, row);
    const subject = { kind: "comment" as const, id };
    const moderation = await deps.screen(tx, { standing, debateId, subject });
    return moderation ? { ...comment, moderation } : comment;
  }, once);
}

/** Rewords a comment; who is mentioned only now is told. */
export async function editComment(deps: Deps, call: Call<typeof editContract>) {
  const { standing, params, body, once } = call;
  const { text, version } = body;
  return deps.transact(async (tx) => {
    const { comment, claim } = await ownComment(tx, call);
    checkEditable(comment, version);
    const mentioned = await checkMentions(tx, params.communityId, text);
    const { communityId, id: subjectId, text: former } = comment;
    const editorId = standing.participantId;
    await saveRevision(tx.db, { communityId, subjectId, version, text: former, editorId });
    const before = new Set(mentionedIn(former));
    await tellMentioned(
      tx,
      { standing, claim },
      mentioned.filter((id) => !before.has(id)),
    );
    const edited = await tell(tx, await changeComment(tx.db, params, { text }));
    const subject = { kind: "comment" as const, id: edited.id };
    const screened = { standing, debateId: params.debateId, subject, isEdit: true as const };
    const moderation = await deps.screen(tx, screened);
    return moderation ? { ...edited, moderation } : edited;
  }, once);
}

/** Takes a comment back. */
export async function withdrawComment(deps: Deps, call: Call<typeof withdrawContract>) {
  const { standing, params, once } = call;
  return deps.transact(async (tx) => {
    const { comment, debate } = await ownComment(tx, call);
    if (comment.withdrawnAt !== null) throw new Refusal("withdrawn");
    await enterWithdrawal(tx, { debate, standing, what: "comment", id: comment.id });
    return tell(tx, await changeComment(tx.db, params, "withdrawn"));
  }, once);
}

async function ownComment(
  tx: Tx,
  call: { readonly standing: MemberStanding; readonly params: Parameters<typeof lockComment>[1] },
): Promise<{ comment: CommentRow; claim: ClaimRow; debate: DebateRow }> {
  const { standing, params } = call;
  const debate = await debateToWriteIn(tx, call, mayRate);
  const comment = await lockComment(tx.db, params);
  if (!comment) throw new Refusal("not-found");
  checkAuthor(standing, comment);
  const claim = await findClaim(tx.db, { ...params, claimId: comment.claimId });
  if (!claim) throw new Error("a comment is on a claim");
  return { comment, claim, debate };
}

/** Whom a text mentions: members all, and no crowd. */
async function checkMentions(tx: Tx, communityId: string, text: string): Promise<string[]> {
  const mentioned = mentionedIn(text);
  if (mentioned.length > mostMentions) {
    refuseField("invalid-request", "text", because("too-many-mentions", { most: mostMentions }));
  }
  if (await areMembers(tx.db, communityId, mentioned)) return mentioned;
  return refuseField("not-found", "text", because("mentions-members"));
}

/** Tells the room of a comment as it is now. */
async function tell(tx: Tx, row: CommentRow) {
  const { communityId, debateId, claimId } = row;
  const [comment] = await viewComments(tx.db, [row]);
  if (!comment) throw new Error("a comment can be seen");
  const counts = await countComments(tx.db, { communityId, debateId, claimId });
  await tx.record(commentChanged, {
    communityId,
    debateId,
    comment,
    comments: counts.get(claimId) ?? 0,
  });
  return comment;
}
