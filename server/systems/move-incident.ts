import type { moveIncident as contract } from "#shared/contract/incidents.ts";
import { deadlineOf, refusedStep, type Severity } from "#shared/systems/index.ts";
import type { Deps } from "../deps.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { type IncidentRow, saveStep, updateIncident } from "./incident-store.ts";
import { lockedPlace, type Place, promisesOf, unfinishedAmong } from "./place.ts";
import { handOf } from "./policy.ts";
import { notifyOf, settleAsked, tell } from "./tell.ts";
import { termsOf } from "./terms.ts";
import { freshIncident } from "./view-incident.ts";

/** Takes an incident where the rules let it go next, with reasons. */
export async function moveIncident(
  deps: Deps,
  { standing, params: ids, body, once }: Call<typeof contract>,
) {
  const { to, why, severity, version } = body;
  return deps.transact(async (tx) => {
    const place = await lockedPlace(tx, ids);
    const { incident } = place;
    const reader = { ...deps, db: tx.db };
    // Said twice is said once.
    if (incident.state === to) return freshIncident(reader, standing, ids);
    if (severity !== undefined && to !== "accepted") {
      refuseField("invalid-request", "severity", because("severity-at-triage"));
    }
    await checkStep(reader, place, { standing, to });
    if (incident.version !== version) throw new Refusal("stale-version");
    await take(reader, tx, { ...place, standing, to, why, severity });
    return freshIncident(reader, standing, ids);
  }, once);
}

type State = IncidentRow["state"];

async function checkStep(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { incident, system }: Place,
  { standing, to }: { readonly standing: MemberStanding; readonly to: State },
): Promise<void> {
  const from = incident.state;
  const unfinished = unfinishedAmong(await promisesOf(db, incident, clock()));
  const refused = refusedStep({ from, to, hand: handOf(standing, system), unfinished });
  if (refused === null) return;
  if (refused === "not-a-carer") {
    throw new Refusal("not-allowed", because("incident-carers"));
  }
  if (refused === "own-system") throw new Refusal("own-case", because("incident-judges"));
  const why =
    refused === "unfinished"
      ? because("incident-unfinished", { count: unfinished })
      : because("no-such-step", { from, to });
  refuseField("incident-forbids", "to", why);
}

export interface Taken extends Place {
  readonly standing: MemberStanding;
  readonly to: State;
  readonly why: string;
  readonly severity?: Severity | undefined;
}

/** Writes a step that was found to be right: where it stands, since when, by whom and why. */
export async function take(
  { clock, random }: Pick<Deps, "clock" | "random">,
  tx: Tx,
  { incident, system, standing, to, why, severity = incident.severity }: Taken,
): Promise<void> {
  const { communityId, id: incidentId, state: from } = incident;
  const now = clock();
  const before = incident.dueAt?.getTime() ?? null;
  const reached = { state: to, severity, at: now.getTime(), before };
  const dueAt = deadlineOf(reached, await termsOf(tx.db, communityId));
  const isKept = dueAt !== null && dueAt === before;
  await updateIncident(
    tx.db,
    { communityId, incidentId },
    {
      state: to,
      severity,
      dueAt: dueAt === null ? null : new Date(dueAt),
      ...(!isKept && { dueSetAt: now, remindedAt: null, overdueToldAt: null }),
    },
  );
  const byId = standing.participantId;
  await saveStep(tx.db, { communityId, id: random.id(), incidentId, to, why, byId });
  await tx.act({
    communityId,
    kind: `incident.${to}`,
    actor: byId,
    subject: incidentId,
    payload: { from, severity, dueAt: dueAt === null ? null : new Date(dueAt).toISOString() },
    words: { why },
  });
  await settleAsked(tx, incident);
  await tell(tx, incident);
  const concerned = [incident.reporterId, system.stewardId].filter((id) => id !== byId);
  await notifyOf(tx, incident, { what: to, to: concerned });
}
