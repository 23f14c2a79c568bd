import { uuidv7 } from "uuidv7";
import { type Curated, curationChanged, mostPins } from "#shared/contract/curation.ts";
import {
  checkStands,
  type DebateFacts,
  type FacilitatedDebate,
  isPublished,
  mayFacilitate,
  readableDebate,
  withFacilitators,
} from "../debates/public.ts";
import type { MemberStanding, Standing } from "../platform/actor.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { saveChange } from "./change-store.ts";
import { isCurated, mayAppoint } from "./policy.ts";
import {
  type DebateIds,
  findClaimState,
  lockCuration,
  pinsOf,
  putValues,
  valuesOf,
} from "./store.ts";

export interface Asked {
  readonly standing: MemberStanding;
  readonly params: DebateIds;
}

/** A debate while somebody curates it: nobody else does until the transaction ends. */
export interface Scene {
  readonly tx: Tx;
  readonly ids: DebateIds;
  readonly debate: DebateFacts & { readonly question: string };
  readonly actorId: string;
}

type May = (standing: Standing, debate: FacilitatedDebate) => boolean;

async function begin(tx: Tx, { standing, params }: Asked, may: May): Promise<Scene> {
  const { communityId, debateId } = params;
  const ids = { communityId, debateId };
  const debate = await readableDebate({ db: tx.db }, standing, ids);
  await lockCuration(tx.db, ids);
  if (!may(standing, await withFacilitators(tx.db, debate)))
    throw new Refusal("not-allowed", because("curators-only"));
  if (!isCurated(debate)) {
    throw new Refusal("phase-forbids", because("no-writing-in-phase", { phase: debate.phase }));
  }
  return { tx, ids, debate, actorId: standing.participantId };
}

/** Begins to curate; refused for who does not. */
export const beginCurating = (tx: Tx, asked: Asked) => begin(tx, asked, mayFacilitate);

/** Begins to say who facilitates. */
export const beginAppointing = (tx: Tx, asked: Asked, may: May = mayAppoint) =>
  begin(tx, asked, may);

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value, at) => value === b[at]);

/** Sets one part of the curation, notes who did and tells everybody. What is so already is done. */
export async function put(
  scene: Scene,
  part: Curated,
  { aboutId }: { readonly aboutId: string | null },
): Promise<Curated> {
  const { tx, ids } = scene;
  const before = await valuesOf(tx.db, ids, part);
  if (isSame(before, part.values)) return part;
  await putValues(tx.db, ids, part);
  const { kind, subjectId, values: after } = part;
  await note(scene, { kind, subjectId, before, after, aboutId });
  await tx.record(curationChanged, { ...ids, part });
  return part;
}

/** Sets a part back as it was before a change; refused when it was changed since. */
export async function putBack(
  { tx, ids }: Scene,
  { kind, subjectId }: Pick<Curated, "kind" | "subjectId">,
  { from, to }: { readonly from: readonly string[]; readonly to: readonly string[] },
): Promise<Curated> {
  const now = await valuesOf(tx.db, ids, { kind, subjectId });
  if (!isSame(now, from)) throw new Refusal("changed-since");
  const part = { kind, subjectId, values: [...to] };
  await putValues(tx.db, ids, part);
  await tx.record(curationChanged, { ...ids, part });
  return part;
}

interface Change {
  readonly kind: Curated["kind"] | "summary";
  readonly subjectId: string;
  readonly before: string[];
  readonly after: string[];
  readonly aboutId: string | null;
}

/** Notes in the public history who changed what. */
export async function note({ tx, ids, debate, actorId }: Scene, change: Change): Promise<void> {
  await saveChange(tx.db, { ...ids, id: uuidv7(), actorId, ...change });
  await act({ tx, ids, debate, actorId }, change);
}

/** Enters it in the community's record, where the debate is no draft. */
export async function act(
  { tx, ids, debate, actorId }: Scene,
  { kind, subjectId }: Pick<Change, "kind" | "subjectId">,
): Promise<void> {
  if (!isPublished(debate)) return;
  await tx.act({
    communityId: ids.communityId,
    kind: kind === "facilitator" ? "debate.facilitators-changed" : "debate.curated",
    actor: actorId,
    subject: ids.debateId,
    payload: { part: kind, of: subjectId },
  });
}

/** Lets on a claim of the debate that stands by itself. */
export async function checkClaim({ tx, ids }: Scene, claimId: string): Promise<void> {
  const claim = await findClaimState(tx.db, ids, claimId);
  if (!claim) throw new Refusal("not-found");
  checkStands(claim);
}

/** Lets on while there is room for one more pinned claim. */
export async function checkRoomForPin({ tx, ids }: Scene): Promise<void> {
  if ((await pinsOf(tx.db, ids)) < mostPins) return;
  throw new Refusal("too-many-pins", because("unpin-first", { most: mostPins }));
}
