import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { z } from "zod";
import {
  claimAdded,
  claimChanged,
  claimWithdrawn,
  positionAdded,
  positionChanged,
  positionWithdrawn,
} from "#shared/contract/claims.ts";
import { type Debate, debateChanged, debateMoved } from "#shared/contract/debates.ts";
import { decisionChanged } from "#shared/contract/decision-events.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { evidenceAdded, evidenceChanged, evidenceWithdrawn } from "#shared/contract/evidence.ts";
import { ratingsChanged } from "#shared/contract/ratings.ts";
import { evidenceReviewed } from "#shared/contract/reviews.ts";
import { presenceChanged, writingChanged } from "#shared/contract/rooms.ts";
import { claimsRearranged } from "#shared/contract/structure.ts";
import { on } from "../lib/realtime.ts";
import { useRoom } from "../lib/use-room.ts";
import type { ArgumentNews } from "./outline-changes.ts";
import {
  changeOutline,
  debateQuery,
  type DebateIds,
  hearNews,
  hearRearranged,
  outlineQuery,
} from "./queries.ts";
import { withSums } from "./ratings.ts";
import { withReviews } from "./verdicts.ts";

export type Presence = Pick<z.infer<(typeof presenceChanged)["payload"]>, "people" | "total">;
export type Writer = z.infer<(typeof writingChanged)["payload"]>["writers"][number];

/** Who is in the debate, and who is writing where. */
export interface Company {
  readonly presence: Presence;
  readonly writers: readonly Writer[];
}

const nobody: Company = { presence: { people: [], total: 0 }, writers: [] };

/** Puts what the room told of the debate into what is shown, and asks again for what is personal. */
function keepDebate(queries: QueryClient, ids: DebateIds, debate: Debate): void {
  const { queryKey } = debateQuery(ids);
  queries.setQueryData(queryKey, (view) => view && { ...view, ...debate });
  void queries.invalidateQueries({ queryKey });
}

function debateHandlers(queries: QueryClient, ids: DebateIds) {
  return [
    on(debateChanged, ({ debate }) => keepDebate(queries, ids, debate)),
    on(debateMoved, ({ debate }) => {
      keepDebate(queries, ids, debate);
      // What one may write changes with the phase.
      void queries.invalidateQueries({ queryKey: outlineQuery(ids).queryKey });
    }),
    // The header says until when one can vote.
    on(
      decisionChanged,
      () => void queries.invalidateQueries({ queryKey: debateQuery(ids).queryKey }),
    ),
    on(ratingsChanged, (sums) =>
      changeOutline(queries, ids, (outline) => ({
        ...outline,
        ratings: withSums(outline.ratings, sums),
      })),
    ),
    on(evidenceReviewed, ({ reviews }) =>
      changeOutline(queries, ids, (outline) => ({
        ...outline,
        verdicts: withReviews(outline.verdicts, reviews),
      })),
    ),
  ];
}

function argumentHandlers(queries: QueryClient, ids: DebateIds) {
  const tell = (news: ArgumentNews) => hearNews(queries, ids, news);
  return [
    on(positionAdded, (payload) => tell({ kind: "position", payload })),
    on(positionChanged, (payload) => tell({ kind: "position", payload })),
    on(positionWithdrawn, (payload) => tell({ kind: "position", payload })),
    on(claimAdded, (payload) => tell({ kind: "claim.added", payload })),
    on(claimChanged, (payload) => tell({ kind: "claim.changed", payload })),
    on(claimWithdrawn, (payload) => tell({ kind: "claim.changed", payload })),
    on(claimsRearranged, (payload) => hearRearranged(queries, ids, payload)),
    on(evidenceAdded, (payload) => tell({ kind: "evidence", payload })),
    on(evidenceChanged, (payload) => tell({ kind: "evidence", payload })),
    on(evidenceWithdrawn, (payload) => tell({ kind: "evidence.withdrawn", payload })),
  ];
}

/** Keeps a debate live while its page stands; gives who else is here. */
export function useLiveDebate(ids: DebateIds, since: number): Company {
  const queries = useQueryClient();
  const [company, setCompany] = useState(nobody);
  const { communityId, debateId } = ids;
  const handlers = useMemo(() => {
    const same = { communityId, debateId };
    return [
      ...debateHandlers(queries, same),
      ...argumentHandlers(queries, same),
      on(presenceChanged, ({ people, total }) =>
        setCompany((before) => ({ ...before, presence: { people, total } })),
      ),
      on(writingChanged, ({ writers }) => setCompany((before) => ({ ...before, writers }))),
    ];
  }, [queries, communityId, debateId]);
  useRoom(debateRoom(ids), handlers, { since });
  return company;
}
