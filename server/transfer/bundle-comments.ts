import type { DebateBundle } from "#shared/transfer/bundle.ts";
import type { DebateRows } from "../debates/public.ts";

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

const known = (list: readonly string[], place: number): string => {
  const one = list[place];
  if (one === undefined) throw new RangeError(`nothing has place ${place}`);
  return one;
};

/** What is said about the claims of a bundle, and how much of it and of them is found well put. */
export function commentRows(
  content: Pick<DebateBundle, "claims" | "comments">,
  ids: NewIds,
): Pick<DebateRows, "comments" | "acknowledgements"> {
  const { communityId, debateId } = ids;
  const comments = content.comments.map((one, here) => ({
    communityId,
    debateId,
    id: known(ids.comment, here),
    claimId: known(ids.claim, one.claim),
    text: one.text.replace(mention, (_, number) => `@{${known(ids.author, Number(number))}}`),
    authorId: known(ids.author, one.author),
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
      const claimId = known(ids.claim, here);
      return { claimId, subjectId: claimId, wellPut };
    }),
    ...comments.map(({ claim, wellPut }, here) => {
      return { claimId: known(ids.claim, claim), subjectId: known(ids.comment, here), wellPut };
    }),
  ];
  for (const { claimId, subjectId, wellPut = 0 } of praised) {
    for (let rater = 0; rater < wellPut; rater += 1) {
      const participantId = known(ids.raters, rater);
      yield { communityId, debateId, claimId, subjectId, participantId };
    }
  }
}
