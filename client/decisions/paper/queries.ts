import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { DecisionView } from "#shared/contract/decisions.ts";
import {
  confirmPaperBallot,
  dropPaperBallot,
  enterPaperBallot,
  listPaperBallots,
} from "#shared/contract/paper-ballots.ts";
import type { Ballot } from "#shared/voting/index.ts";
import { call } from "../../lib/api.ts";
import { refreshDecisions } from "../queries.ts";

/** Votes on paper of one decision; read again as often as its ballots are counted. */
export const paperQuery = ({ communityId, id, ballotCount }: DecisionView) =>
  queryOptions({
    queryKey: ["paper-ballots", communityId, id, ballotCount] as const,
    queryFn: ({ signal }) =>
      call(listPaperBallots, { params: { communityId, decisionId: id }, signal }),
  });

export type PaperDeed =
  | { readonly deed: "enter"; readonly participantId: string; readonly ballot: Ballot }
  | { readonly deed: "confirm" | "drop"; readonly participantId: string };

/** Enters, confirms or takes back a vote on paper. */
export function usePaperDeed(decision: DecisionView) {
  const queries = useQueryClient();
  const { communityId, id: decisionId } = decision;
  return useMutation({
    mutationFn: async (work: PaperDeed): Promise<void> => {
      const params = { communityId, decisionId, participantId: work.participantId };
      if (work.deed === "enter") {
        await call(enterPaperBallot, { params, body: { ballot: work.ballot } });
      } else if (work.deed === "confirm") await call(confirmPaperBallot, { params });
      else await call(dropPaperBallot, { params });
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ["paper-ballots", communityId, decisionId] });
      await refreshDecisions(queries, decision);
    },
  });
}
