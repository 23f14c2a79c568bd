import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  addComment,
  type Comment,
  commentChanged,
  editComment,
  findWellPut,
  listComments,
  readTalk,
  takeBackWellPut,
  wellPutChanged,
  withdrawComment,
} from "#shared/contract/comments.ts";
import type { z } from "zod";
import { debateRoom } from "#shared/contract/event.ts";
import { call } from "../../lib/api.ts";
import { on } from "../../lib/realtime.ts";
import { useRoom } from "../../lib/use-room.ts";
import { useDebate } from "../debate-context.ts";
import { useOutline } from "../outline/outline-context.ts";
import type { DebateIds } from "../queries.ts";
import {
  type CommentPages,
  changedIn,
  type Talk,
  talkOf,
  withCount,
  withMine,
  withWellPut,
} from "./talk.ts";

export const talkQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["talk", communityId, debateId] as const,
    queryFn: async ({ signal }) =>
      talkOf(await call(readTalk, { params: { communityId, debateId }, signal })),
    staleTime: 5 * 60_000,
  });

const commentsKey = ({ communityId, debateId }: DebateIds) =>
  ["comments", communityId, debateId] as const;

export const commentsQuery = (ids: DebateIds, claimId: string) =>
  infiniteQueryOptions({
    queryKey: [...commentsKey(ids), claimId] as const,
    queryFn: ({ pageParam: after, signal }) =>
      call(listComments, { params: { ...ids, claimId }, query: { after, limit: 20 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Puts a comment as it is now into every list that has it, and a new one at the head of its claim's. */
function useKeepComment() {
  const queries = useQueryClient();
  const { ids } = useDebate();
  return (comment: Comment) => {
    for (const [key] of queries.getQueriesData<CommentPages>({ queryKey: commentsKey(ids) })) {
      const isItsClaim = key.at(-1) === comment.claimId;
      queries.setQueryData<CommentPages>(
        key,
        (pages) => pages && changedIn(pages, comment, isItsClaim),
      );
    }
  };
}

type WellPut = Pick<z.infer<(typeof wellPutChanged)["payload"]>, "subjectId" | "count">;

function useKeepWellPut() {
  const queries = useQueryClient();
  const { ids } = useDebate();
  return (wellPut: WellPut, claimId: string) => {
    const { subjectId, count } = wellPut;
    if (subjectId === claimId) {
      queries.setQueryData(
        talkQuery(ids).queryKey,
        (talk) => talk && withCount(talk, claimId, { wellPut: count }),
      );
      return;
    }
    queries.setQueriesData<CommentPages>(
      { queryKey: commentsKey(ids) },
      (pages) => pages && withWellPut(pages, wellPut),
    );
  };
}

/** Keeps what is said about claims live while their argument stands. */
export function useCommentNews(): void {
  const queries = useQueryClient();
  const { ids } = useDebate();
  const keepComment = useKeepComment();
  const keepWellPut = useKeepWellPut();
  useRoom(debateRoom(ids), [
    on(commentChanged, ({ comment, comments }) => {
      keepComment(comment);
      queries.setQueryData(
        talkQuery(ids).queryKey,
        (talk) => talk && withCount(talk, comment.claimId, { comments }),
      );
    }),
    on(wellPutChanged, ({ claimId, ...wellPut }) => keepWellPut(wellPut, claimId)),
  ]);
}

export function useTalk(): Talk | undefined {
  const { ids } = useDebate();
  return useQuery(talkQuery(ids)).data;
}

/** How much is said about some claims that are one by now, how many find the first well put, and whether the reader does. */
export function useTalkAt(claimId: string, joined: readonly { readonly id: string }[] = []) {
  const { talk } = useOutline();
  const comments = [{ id: claimId }, ...joined].reduce(
    (sum, { id }) => sum + (talk?.byClaim.get(id)?.comments ?? 0),
    0,
  );
  return {
    comments,
    wellPut: talk?.byClaim.get(claimId)?.wellPut ?? 0,
    isMine: talk?.mine.has(claimId) ?? false,
  };
}

export function useAddComment(claimId: string) {
  const { ids } = useDebate();
  const keep = useKeepComment();
  return useMutation({
    mutationFn: (text: string) => call(addComment, { params: { ...ids, claimId }, body: { text } }),
    onSuccess: keep,
  });
}

export function useEditComment({ id: commentId }: Comment) {
  const { ids } = useDebate();
  const keep = useKeepComment();
  return useMutation({
    mutationFn: (body: { version: number; text: string }) =>
      call(editComment, { params: { ...ids, commentId }, body }),
    onSuccess: keep,
  });
}

export function useWithdrawComment({ id: commentId }: Comment) {
  const { ids } = useDebate();
  const keep = useKeepComment();
  return useMutation({
    mutationFn: () => call(withdrawComment, { params: { ...ids, commentId } }),
    onSuccess: keep,
  });
}

interface Subject {
  /** A claim, or a comment on it. */
  readonly id: string;
  readonly claimId: string;
}

/** Finds a claim or comment well put, or no longer. */
export function useFindWellPut({ id: subjectId, claimId }: Subject) {
  const queries = useQueryClient();
  const { ids } = useDebate();
  const keep = useKeepWellPut();
  return useMutation({
    mutationFn: (isFound: boolean) =>
      call(isFound ? findWellPut : takeBackWellPut, { params: { ...ids, subjectId } }),
    onSuccess: (wellPut, isFound) => {
      keep(wellPut, claimId);
      if (subjectId === claimId) {
        queries.setQueryData(talkQuery(ids).queryKey, (talk) => {
          return talk && { ...talk, mine: withMine(talk.mine, subjectId, isFound) };
        });
        return;
      }
      queries.setQueriesData<CommentPages>({ queryKey: commentsKey(ids) }, (pages) => {
        return pages && withMineIn(pages, subjectId, isFound);
      });
    },
  });
}

function withMineIn(pages: CommentPages, id: string, isFound: boolean): CommentPages {
  return {
    ...pages,
    pages: pages.pages.map((page) => {
      const isHere = page.items.some((comment) => comment.id === id);
      return isHere ? { ...page, mine: [...withMine(new Set(page.mine), id, isFound)] } : page;
    }),
  };
}
