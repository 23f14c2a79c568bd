import type { Claim, Edge, Outline, readOutline as contract } from "#shared/contract/claims.ts";
import { debateRoom } from "#shared/contract/event.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { evidenceView, positionView } from "./claim-view.ts";
import {
  authorsOf,
  evidenceOf,
  type PlacedRow,
  placedClaims,
  positionsOf,
  ratingsBy,
} from "./outline-store.ts";
import { mayAddClaim, mayAddPosition, mayChange, mayRate, maySeeDebate } from "./policy.ts";
import type { DebateRow } from "./store.ts";
import { loadHead } from "./view-store.ts";

/** A debate's whole argument in one reply, flat and oldest first; the client builds the tree. */
export async function readOutline(
  { db }: Deps,
  { standing, params }: Call<typeof contract>,
): Promise<Outline> {
  // The number in the room is read first: what happens from here on is told after it.
  const loaded = await loadHead(db, params);
  if (!loaded || !maySeeDebate(standing, loaded.debate)) throw new Refusal("not-found");
  const { participantId } = standing;
  const [placed, positions, evidence, authors, mine] = await Promise.all([
    placedClaims(db, params),
    positionsOf(db, params),
    evidenceOf(db, params),
    authorsOf(db, params),
    participantId === null ? none : ratingsBy(db, { ...params, participantId }),
  ]);
  const tree = treeOf(placed);
  const { debate } = loaded;
  return {
    room: { name: debateRoom(params), seq: loaded.head },
    authors,
    positions: positions.map(positionView),
    ...tree,
    evidence: evidence.map(evidenceView),
    mine,
    can: {
      addPosition: mayAddPosition(standing, debate),
      addClaim: mayAddClaim(standing, debate),
      rate: mayRate(standing, debate),
      change: changeable(standing, debate, { positions, claims: tree.claims, evidence }),
    },
  };
}

const none = { truth: [], relevance: [] };

/** Claims and edges out of rows that pair them; a claim with several edges comes once. */
function treeOf(rows: readonly PlacedRow[]): { claims: Claim[]; edges: Edge[] } {
  const claims: Claim[] = [];
  const edges: Edge[] = [];
  let last: string | undefined;
  for (const row of rows) {
    edges.push(edgeOf(row));
    // The rows of one claim come one after the other.
    if (row.id !== last) claims.push(claimOf(row));
    last = row.id;
  }
  return { claims, edges };
}

function claimOf(row: PlacedRow): Claim {
  const { id, text, language, authorId, version, createdAt } = row;
  const claim: Claim = { id, text, language, authorId, version, createdAt };
  if (row.withdrawnAt !== null) claim.withdrawnAt = row.withdrawnAt;
  if (row.truthCount !== null) claim.truth = { count: row.truthCount, sum: row.truthSum ?? 0 };
  return claim;
}

function edgeOf(row: PlacedRow): Edge {
  const { edgeId: id, id: claimId, side, targetKind, targetId } = row;
  const edge: Edge = { id, claimId, side, targetKind, targetId };
  if (row.relevanceCount !== null) {
    edge.relevance = { count: row.relevanceCount, sum: row.relevanceSum ?? 0 };
  }
  return edge;
}

interface Written {
  readonly id: string;
  readonly authorId: string;
  readonly withdrawnAt?: unknown;
}

interface Argument {
  readonly positions: readonly Written[];
  readonly claims: readonly Written[];
  readonly evidence: readonly Written[];
}

/** What the reader may edit and withdraw. */
function changeable(
  standing: Standing,
  debate: DebateRow,
  { positions, claims, evidence }: Argument,
): string[] {
  const among = (kind: "position" | "claim" | "evidence", things: readonly Written[]) =>
    things.filter(({ authorId, withdrawnAt }) =>
      mayChange(standing, debate, { kind, authorId, isWithdrawn: Boolean(withdrawnAt) }),
    );
  const own = [
    ...among("position", positions),
    ...among("claim", claims),
    ...among("evidence", evidence),
  ];
  return own.map(({ id }) => id);
}
