import type { Claim, Edge, Outline, readOutline as contract } from "#shared/contract/claims.ts";
import type { Db } from "#db/client.ts";
import { debateRoom } from "#shared/contract/event.ts";
import type { Deps } from "../deps.ts";
import type { Standing } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { namesOf } from "../platform/names-store.ts";
import { Refusal } from "../platform/problem.ts";
import { evidenceView, positionView } from "./claim-view.ts";
import { withFacilitators } from "./facilitator-store.ts";
import {
  claimsOf,
  edgesOf,
  evidenceOf,
  hiddenSourcesOf,
  positionsOf,
  ratingsBy,
  relevanceSums,
  truthSums,
} from "./outline-store.ts";
import {
  mayAddClaim,
  mayAddPosition,
  mayArrangeAll,
  mayChange,
  mayRate,
  maySeeDebate,
} from "./policy.ts";
import type { DebateIds, DebateRow } from "./store.ts";
import { readReviews } from "./review-store.ts";
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
  const [positions, claims, edges, evidence, hidden, reviews, mine, debate] = await Promise.all([
    positionsOf(db, params),
    readClaims(db, params),
    readEdges(db, params),
    evidenceOf(db, params),
    hiddenSourcesOf(db, params),
    readReviews(db, { ...params, participantId }),
    participantId === null ? none : ratingsBy(db, { ...params, participantId }),
    withFacilitators(db, loaded.debate),
  ]);
  const silent = new Set(claims.filter(({ withdrawnAt }) => withdrawnAt).map(({ id }) => id));
  const sources = evidence.filter(({ claimId }) => !silent.has(claimId));
  const wrote = [positions, claims, sources].flat().map(({ authorId }) => authorId);
  return {
    room: { name: debateRoom(params), seq: loaded.head },
    authors: [...(await namesOf(db, params.communityId, wrote)).values()],
    positions: positions.map(positionView),
    claims,
    edges,
    evidence: sources.map(evidenceView),
    ...tombstones(hidden, silent),
    reviews,
    mine,
    can: {
      addPosition: mayAddPosition(standing, debate),
      addClaim: mayAddClaim(standing, debate),
      rate: mayRate(standing, debate),
      arrange: mayArrangeAll(standing, debate),
      change: changeable(standing, debate, { positions, claims, evidence: sources }),
    },
  };
}

/** A line stands where a source is out of sight, unless its claim says nothing any more either. */
function tombstones(
  hidden: Awaited<ReturnType<typeof hiddenSourcesOf>>,
  silent: ReadonlySet<string>,
): Pick<Outline, "hiddenSources"> {
  const hiddenSources = hidden.flatMap(({ moderation, ...source }) =>
    moderation === null || silent.has(source.claimId) ? [] : [{ ...source, moderation }],
  );
  return hiddenSources.length === 0 ? {} : { hiddenSources };
}

const none = { truth: [], relevance: [] };

async function readClaims(db: Db, ids: DebateIds): Promise<Claim[]> {
  const [rows, sums] = await Promise.all([claimsOf(db, ids), truthSums(db, ids)]);
  return rows.map(({ withdrawnAt, archivedAt, mergedInto, extractedTo, kind, ...rest }) => {
    const { moderation, ...row } = rest;
    const claim: Claim = row;
    if (moderation !== null) claim.moderation = moderation;
    if (withdrawnAt !== null) claim.withdrawnAt = withdrawnAt;
    if (kind === "assumption") claim.kind = kind;
    if (archivedAt !== null) claim.archivedAt = archivedAt;
    if (mergedInto !== null) claim.mergedInto = mergedInto;
    if (extractedTo !== null) claim.extractedTo = extractedTo;
    const truth = sums.get(row.id);
    if (truth) claim.truth = truth;
    return claim;
  });
}

async function readEdges(db: Db, ids: DebateIds): Promise<Edge[]> {
  const [rows, sums] = await Promise.all([edgesOf(db, ids), relevanceSums(db, ids)]);
  return rows.map((row) => {
    const edge: Edge = row;
    const relevance = sums.get(row.id);
    if (relevance) edge.relevance = relevance;
    return edge;
  });
}

interface Written {
  readonly id: string;
  readonly authorId: string;
  readonly withdrawnAt?: unknown;
  readonly byPanel?: unknown;
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
    things.filter(({ authorId, withdrawnAt, byPanel }) => {
      const [isWithdrawn, isByPanel] = [Boolean(withdrawnAt), Boolean(byPanel)];
      return mayChange(standing, debate, { kind, authorId, isWithdrawn, isByPanel });
    });
  const own = [
    ...among("position", positions),
    ...among("claim", claims),
    ...among("evidence", evidence),
  ];
  return own.map(({ id }) => id);
}
