import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { debateRoom } from "#shared/contract/event.ts";
import {
  listMarks,
  type Mark,
  markClaim,
  type MarkKind,
  marksChanged,
  unmarkClaim,
} from "#shared/contract/marks.ts";
import { call } from "../../lib/api.ts";
import { on } from "../../lib/realtime.ts";
import { useRoom } from "../../lib/use-room.ts";
import { useDebate } from "../debate-context.ts";
import { useOutline } from "../outline/outline-context.ts";
import type { DebateIds } from "../queries.ts";

export const marksQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["marks", communityId, debateId] as const,
    queryFn: async ({ signal }) =>
      (await call(listMarks, { params: { communityId, debateId }, signal })).items,
    staleTime: 5 * 60_000,
  });

/** Keeps the marks of a debate live while its argument stands. */
export function useMarkNews(): void {
  const queries = useQueryClient();
  const { ids } = useDebate();
  useRoom(debateRoom(ids), [
    on(marksChanged, ({ claimId, marks }) =>
      queries.setQueryData(
        marksQuery(ids).queryKey,
        (list) => list && [...list.filter((one) => one.claimId !== claimId), ...marks],
      ),
    ),
  ]);
}

const none: readonly Mark[] = [];

/** All that is to be mended in the debate. */
export function useMarks(): readonly Mark[] {
  const { ids } = useDebate();
  return useQuery(marksQuery(ids)).data ?? none;
}

/** What is to be mended about a claim. */
export const useMarksAt = (claimId: string): readonly Mark[] =>
  useOutline().marks.get(claimId) ?? none;

/** Sets a mark, or takes it away. */
export function useMark(claimId: string) {
  const queries = useQueryClient();
  const { ids } = useDebate();
  return useMutation({
    mutationFn: ({ kind, isSet }: { kind: MarkKind; isSet: boolean }) => {
      const params = { ...ids, claimId, kind };
      return isSet ? call(markClaim, { params }) : call(unmarkClaim, { params });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: marksQuery(ids).queryKey }),
  });
}
