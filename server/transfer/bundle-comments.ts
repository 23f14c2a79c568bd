import type { DebateBundle } from "#shared/transfer/bundle.ts";
import type { DebateRows } from "../debates/public.ts";
import { atPlace } from "./at-place.ts";

const mention = /@\{author:(\d{1,7})\}/g;

/** The numbers of those whom a comment in a bundle mentions. */
export function authorsMentioned(text: string): number[] {
  return [...text.matchAll(mention)].map(([, number]) => Number(number));
}

interface NewIds {
  readonly communityId: string;
  readonly debateId: string;
  readonly claim: readonly string[];
  readonly comment: readonly string[];
  readonly author: readonly string[];
  /** Those in whose name things are found well put: people who are nobody in particular. */
  readonly raters: readonly string[];
}

/** What is said about the claims of a bundle, and how much of it and of them is found well put. */
export function commentRows(
  content: Pick<DebateBundle, "claims" | "comments">,
  ids: NewIds,
): Pick<DebateRows, "comments" | "acknowledgements"> {
  const { communityId, debateId } = ids;
  const comments = content.comments.map((one, here) => ({
    communityId,
    debateId,
    id: atPlace(ids.comment, here),
    claimId: atPlace(ids.claim, one.claim),
    text: one.text.replace(mention, (_, number) => `@{${atPlace(ids.author, Number(number))}}`),
    authorId: atPlace(ids.author, one.author),
    createdAt: new Date(one.createdAt),
  }));
  return { comments, acknowledgements: acknowledgementRows(content, ids) };
}

function* acknowledgementRows(
  { claims, comments }: Pick<DebateBundle, "claims" | "comments">,
  ids: NewIds,
) {
  const { communityId, debateId } = ids;
  const praised = [
    ...claims.map(({ wellPut }, here) => {
      const claimId = atPlace(ids.claim, here);
      return { claimId, subjectId: claimId, wellPut };
    }),
    ...comments.map(({ claim, wellPut }, here) => {
      return { claimId: atPlace(ids.claim, claim), subjectId: atPlace(ids.comment, here), wellPut };
    }),
  ];
  for (const { claimId, subjectId, wellPut = 0 } of praised) {
    for (let rater = 0; rater < wellPut; rater += 1) {
      const participantId = atPlace(ids.raters, rater);
      yield { communityId, debateId, claimId, subjectId, participantId };
    }
  }
}
