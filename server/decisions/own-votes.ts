import type { DecisionView } from "#shared/contract/decisions.ts";
import { Ballot } from "#shared/voting/index.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import { ballotIdOf, openKey } from "./ballot-id.ts";
import { ballotsById, sealedKeysOf } from "./ballot-store.ts";
import { together } from "./nameless-reasons.ts";
import { type DecisionRow, standsOf } from "./store.ts";

export type Reading = Pick<Deps, "db" | "vault">;
type Mine = DecisionView["mine"];

/** Of somebody who is no elector. */
export const noVote: Mine = {
  isElector: false,
  hasVoted: false,
  weight: null,
  ballot: null,
  reason: null,
  revision: 0,
  castAt: null,
};

/** How the reader stands in these decisions, and what they voted there as far as it is known whose it is. */
export async function ownVotes(
  reading: Reading,
  { communityId, participantId }: Standing,
  rows: readonly DecisionRow[],
): Promise<ReadonlyMap<string, Mine>> {
  if (participantId === null) return new Map();
  const decisionIds = rows.map(({ id }) => id);
  const stands = await standsOf(reading.db, communityId, { decisionIds, participantId });
  const open = rows.filter(({ secrecy, status }) => secrecy === "secret" && status === "open");
  const secret = await secretVotes(reading, communityId, {
    participantId,
    decisionIds: open.map(({ id }) => id),
  });
  return new Map(
    stands.map(({ decisionId, weight, castAt, onRoll, ...named }) => {
      const { ballot, revision } = secret.get(decisionId) ?? named;
      return [
        decisionId,
        {
          isElector: true,
          hasVoted: ballot !== null || onRoll !== null,
          weight: weight.toString(),
          ballot: ballot === null ? null : Ballot.parse(ballot),
          reason: named.reason,
          revision: revision ?? 0,
          castAt: castAt?.toISOString() ?? null,
        },
      ];
    }),
  );
}

/** While a secret decision is open its key still leads from a voter to the own ballot. */
async function secretVotes(
  { db, vault }: Reading,
  communityId: string,
  { participantId, decisionIds }: { participantId: string; decisionIds: readonly string[] },
) {
  if (decisionIds.length === 0) return new Map<string, never>();
  const places = new Map<string, string>();
  for (const { decisionId, sealed } of await sealedKeysOf(db, communityId, decisionIds)) {
    const key = openKey({ vault }, { communityId, decisionId }, sealed);
    if (key) places.set(decisionId, ballotIdOf(key, participantId));
  }
  const found = await ballotsById(db, communityId, places);
  return new Map(
    found.map(({ decisionId, ballot, reason, revision }) => {
      const own = together({ ballot: Ballot.parse(ballot), reason });
      return [decisionId, { ballot: own, revision }];
    }),
  );
}
