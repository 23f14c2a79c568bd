import {
  type CaseLevel,
  draw,
  type DrawDocument,
  earlierHalf,
  eligibleOf,
  hashPool,
  inCanonicalOrder,
  nonceCommitment,
  pseudonymOf,
  quicknet,
  type Randomness,
  randomnessText,
  roundAt,
  seatsFor,
  seedOf,
  timeOfRound,
} from "#shared/lottery/index.ts";
import { communityBeaconUrl } from "./beacon.ts";
import { groupsOf } from "./groups.ts";
import { candidatesOf, savePool } from "./jury-store.ts";
import { enter, type Scene } from "./stages.ts";
import { communityOf } from "./context-store.ts";
import {
  juryOf,
  type JuryRow,
  levelOf,
  noncesAt,
  saveNonce,
  saveToldNonce,
  updateJury,
} from "./store.ts";
import { partOf, suspendedIn } from "./subjects.ts";
import { summonFirst } from "./summoning.ts";
import { notifyOf } from "./tell.ts";
import { after, hour } from "./times.ts";

/** The jury of the level that a case is at. */
export async function juryAt({ tx, dispute }: Scene): Promise<JuryRow> {
  const jury = await juryOf(tx.db, levelOf(dispute));
  if (!jury) throw new Error("each level has a jury");
  return jury;
}

/** Who can be drawn now. */
async function eligibleNow(scene: Scene, wanted: number) {
  const { tx, dispute, now } = scene;
  const { communityId } = dispute;
  const known = await candidatesOf(tx.db, communityId);
  const parts = await partOf(tx.db, dispute);
  const suspended = await suspendedIn(tx.db, communityId);
  const { createdAt } = await communityOf(tx.db, communityId);
  const moments = { now: now.getTime(), communitySince: createdAt.getTime() };
  const candidates = known.map((one) => ({
    ...one,
    hasPart: parts.has(one.id),
    isSuspended: suspended.has(one.id),
  }));
  return eligibleOf(candidates, moments, wanted);
}

/** Those who can be drawn as they stand in the pool, with what tells later who is who. */
async function entriesOf(
  { deps, dispute }: Scene,
  eligible: Awaited<ReturnType<typeof eligibleNow>>,
) {
  const ids = levelOf(dispute);
  const earlier = earlierHalf(eligible.map(({ id, memberSince }) => ({ id, since: memberSince })));
  const groups = await groupsOf(
    deps,
    dispute,
    eligible.map(({ id }) => id),
  );
  return eligible.map(({ id }) => {
    const salt = deps.random.token();
    const tenure = earlier.has(id) ? ("earlier" as const) : ("later" as const);
    const pseudonym = pseudonymOf({ ...ids, memberId: id, salt });
    return { id, salt, entry: { pseudonym, tenure, group: groups.get(id) ?? null } };
  });
}

/**
 * Fixes who can be drawn, and enters the hash of that in the public record, before the randomness is known.
 * @returns whether there are enough for a jury
 */
export async function fixPool(scene: Scene): Promise<boolean> {
  const { tx, dispute, now } = scene;
  const ids = levelOf(dispute);
  const jury = await juryAt(scene);
  const eligible = await eligibleNow(scene, jury.wantedSeats);
  const seats = seatsFor(jury.wantedSeats, eligible.length);
  if (seats === null) {
    await updateJury(tx.db, ids, { poolSize: eligible.length });
    return false;
  }
  const members = await entriesOf(scene, eligible);
  await savePool(
    tx.db,
    members.map(({ id, salt, entry: { pseudonym } }) => {
      return { ...ids, participantId: id, pseudonym, salt };
    }),
  );
  const pool = inCanonicalOrder(members.map(({ entry }) => entry));
  const poolHash = hashPool(pool);
  const { randomness, dueAt } = await randomnessToCome(scene);
  const document: DrawDocument = {
    format: "folkmoot-draw-1",
    ...ids,
    wanted: jury.wantedSeats,
    seats,
    pool,
    poolHash,
    frozenAt: now.toISOString(),
    randomness,
    seed: null,
    seated: [],
    reserve: [],
    replacements: [],
    opened: [],
  };
  await updateJury(tx.db, ids, { seats, poolSize: pool.length, draw: document });
  await tx.act({
    communityId: ids.communityId,
    kind: "dispute.pool-fixed",
    actor: null,
    subject: dispute.id,
    payload: {
      level: ids.level,
      wanted: jury.wantedSeats,
      seats,
      size: pool.length,
      poolHash,
      randomness,
    },
  });
  await enter(scene, { stage: "drawing", dueAt });
  return true;
}

/** What the seed will be made with, none of it told yet, and when it is told. */
async function randomnessToCome(scene: Scene): Promise<{ randomness: Randomness; dueAt: Date }> {
  const { deps, tx, dispute, now } = scene;
  if (communityBeaconUrl(deps) !== null) {
    // A minute on, so that nobody can have known the round when the pool was fixed.
    const round = roundAt(quicknet, now.getTime() + 60_000);
    const dueAt = new Date(timeOfRound(quicknet, round) + 1_000);
    return { randomness: { kind: "beacon", beacon: quicknet, round, signature: null }, dueAt };
  }
  const ids = levelOf(dispute);
  const nonce = deps.random.token();
  const own = { party: "server" as const, nonce };
  await saveNonce(tx.db, { ...ids, party: "server", commitment: nonceCommitment(ids, own) });
  await saveToldNonce(tx.db, ids, own);
  const committed = await noncesAt(tx.db, ids);
  const others = committed.filter(({ party }) => party !== "server");
  await notifyOf(tx, dispute, {
    what: "tell-nonce",
    to: others.map(({ participantId }) => participantId),
  });
  const nonces = committed.map(({ party, commitment }) => ({ party, commitment, nonce: null }));
  const wait = others.length === 0 ? 1_000 : dispute.times.drawing * hour;
  return { randomness: { kind: "nonces", nonces }, dueAt: after(now, wait) };
}

/** The randomness as it is known by now; null while something is still to come. */
export async function randomnessNow(
  { tx, dispute, now }: Scene,
  { randomness }: DrawDocument,
): Promise<Randomness | null> {
  if (randomness.kind === "beacon") return randomness.signature === null ? null : randomness;
  const rows = await noncesAt(tx.db, levelOf(dispute));
  const told = new Map(rows.map(({ party, nonce }) => [party, nonce]));
  const nonces = randomness.nonces.map((one) => ({ ...one, nonce: told.get(one.party) ?? null }));
  const isComplete = nonces.every(({ nonce }) => nonce !== null);
  const isOver = dispute.dueAt !== null && dispute.dueAt <= now;
  const isAlone = nonces.length === 1;
  return isOver || (isComplete && !isAlone) ? { kind: "nonces", nonces } : null;
}

/** Draws the jury once the randomness is known, and asks those who were drawn. */
export async function drawJury(scene: Scene): Promise<boolean> {
  const { tx, dispute } = scene;
  const ids = levelOf(dispute);
  const { draw: fixed } = await juryAt(scene);
  if (!fixed) throw new Error("the pool is fixed before a jury is drawn");
  const randomness = await randomnessNow(scene, fixed);
  const text = randomness && randomnessText(randomness);
  if (randomness === null || text === null) return false;
  const seed = seedOf(fixed.poolHash, ids satisfies CaseLevel, text);
  const { seated, reserve } = draw(fixed.pool, fixed.seats, seed);
  const document: DrawDocument = {
    ...fixed,
    randomness,
    seed,
    seated: [...seated],
    reserve: [...reserve],
  };
  await updateJury(tx.db, ids, { draw: document });
  await tx.act({
    communityId: ids.communityId,
    kind: "dispute.jury-drawn",
    actor: null,
    subject: dispute.id,
    payload: { level: ids.level, poolHash: fixed.poolHash, randomness, seed, seated },
  });
  await summonFirst(scene, document);
  return true;
}
