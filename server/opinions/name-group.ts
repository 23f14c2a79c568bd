import { randomUUID } from "node:crypto";
import { z } from "zod";
import { debateRoom } from "#shared/contract/event.ts";
import {
  type chooseGroupName as chooseContract,
  groupNamesChanged,
  type listGroupNames as listContract,
  mostNamesEach,
  type proposeGroupName as proposeContract,
} from "#shared/contract/group-names.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField, sqlState } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { ownGroup, viewNames } from "./names.ts";
import {
  hasName,
  holdProposals,
  insertName,
  proposalsOf,
  saveChoice,
  standingNames,
  turnMs,
} from "./names-store.ts";
import { mayName } from "./policy.ts";
import type { DebateIds } from "./store.ts";

interface Naming {
  readonly standing: MemberStanding;
  readonly params: DebateIds;
}

/** What the caller's group may be called. */
export async function listGroupNames(deps: Deps, call: Call<typeof listContract>) {
  const { standing, params } = call;
  const { phase } = await readableDebate(deps, standing, params);
  return viewNames(deps.db, { standing, params, phase });
}

/** Proposes a name for one's own group, and votes for it. */
export async function proposeGroupName(deps: Deps, call: Call<typeof proposeContract>) {
  const { standing, params, body, once } = call;
  const { phase, group } = await groupToName(deps, call);
  const { participantId } = standing;
  // Drawn, not of the time: see the table.
  const id = randomUUID();
  const saving = deps.transact(async (tx) => {
    await holdProposals(tx.db, { ...params, participantId });
    const before = await proposalsOf(tx.db, { ...params, participantId });
    if (before.length >= mostNamesEach) {
      throw new Refusal("not-allowed", because("most-names", { most: mostNamesEach }));
    }
    if (await hasName(tx.db, { ...params, group }, body.text)) refuseDouble();
    const { text } = body;
    await insertName(tx.db, { ...params, id, groupNumber: group, text, authorId: participantId });
    await saveChoice(tx.db, { ...params, participantId }, id);
    await tellInTurn(deps, tx, params);
    const subject = { kind: "group-name" as const, id };
    await deps.screen(tx, { standing, debateId: params.debateId, subject });
  }, once);
  await saving.catch((error: unknown) => {
    if (sqlState(error) === "23505") refuseDouble();
    throw error;
  });
  return viewNames(deps.db, { standing, params, phase });
}

function refuseDouble(): never {
  refuseField("duplicate-text", "text", because("name-stands-here"));
}

/** Votes for one of the names of one's own group, or for none. */
export async function chooseGroupName(deps: Deps, call: Call<typeof chooseContract>) {
  const { standing, params, body, once } = call;
  const { phase, group } = await groupToName(deps, call);
  const { nameId } = body;
  await deps.transact(async (tx) => {
    const names = await standingNames(tx.db, params);
    const isThere = names.some((name) => name.id === nameId && name.group === group);
    if (nameId !== null && !isThere) throw new Refusal("not-found");
    await saveChoice(tx.db, { ...params, participantId: standing.participantId }, nameId);
    await tellInTurn(deps, tx, params);
  }, once);
  return viewNames(deps.db, { standing, params, phase });
}

/** The caller's group on the newest map; a refusal where there is none, or nothing moves any more. */
async function groupToName(deps: Deps, { standing, params }: Naming) {
  const { phase } = await readableDebate(deps, standing, params);
  if (!mayName(phase)) throw new Refusal("phase-forbids");
  const group = await ownGroup(deps.db, params, standing);
  if (group === null) throw new Refusal("not-allowed", because("in-no-group"));
  return { phase, group };
}

/** Tells the room when what was proposed and voted in this turn of the clock begins to count, and not before. */
async function tellInTurn({ clock }: Deps, tx: Tx, { communityId, debateId }: DebateIds) {
  const next = (Math.floor(clock().getTime() / turnMs) + 1) * turnMs;
  const key = `names ${debateId} ${next}`;
  await tx.job("tell-group-names", { communityId, debateId }, { at: new Date(next + 500), key });
}

export const TellGroupNames = z.object({ communityId: z.uuid(), debateId: z.uuid() });

/** Says that groups may have other names now; not which, nor whether. */
export function tellGroupNames({ hub }: Pick<Deps, "hub">, ids: DebateIds): void {
  const room = debateRoom(ids);
  const tell = () => hub.fold(groupNamesChanged, { room }, () => Promise.resolve({ ...ids }));
  hub.tellLately(room, "group-names", tell);
}
