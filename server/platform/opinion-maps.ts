import { openDebatesOf } from "./responder-store.ts";
import type { Tx } from "./transact.ts";

interface DebateIds {
  readonly communityId: string;
  readonly debateId: string;
}

/** What every feature may ask of opinion maps, whoever makes them. */
export interface OpinionMaps {
  /** Responses came in: the debate is analysed anew, soon. For what may be lost; a change of another kind makes a job. */
  changed(ids: DebateIds): void;
  /** How far from the middle of the newest map agreeing with each statement leads; empty where there is no map. */
  extremities(ids: DebateIds): Promise<ReadonlyMap<string, number>>;
  /** Ends what makes maps; one that is being made is begun anew by whichever server runs next. */
  stop(): Promise<void>;
}

/** The job that analyses a debate: one of each waits at most. */
export const mapJob = ({ communityId, debateId }: DebateIds) => ({
  name: "analyse-opinions",
  payload: { communityId, debateId },
  key: `opinions ${debateId}`,
});

/** Has a debate analysed anew once a change of what counts is certain: what moderators hide or bring back, who counts. */
export function askForMap(tx: Tx, ids: DebateIds): Promise<void> {
  const { name, payload, key } = mapJob(ids);
  return tx.job(name, payload, { key });
}

interface Person {
  readonly communityId: string;
  readonly participantId: string;
}

/**
 * Has all debates analysed anew in which somebody has responded who counts no longer, or again. Where a debate is decided
 * nothing moves any more.
 */
export async function askForMapsOf(tx: Tx, { communityId, participantId }: Person): Promise<void> {
  for (const debateId of await openDebatesOf(tx.db, { communityId, participantId })) {
    await askForMap(tx, { communityId, debateId });
  }
}
