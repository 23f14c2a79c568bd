import { incidentChanged } from "#shared/contract/incidents.ts";
import { systemChanged } from "#shared/contract/systems.ts";
import type { IncidentState } from "#shared/systems/index.ts";
import { activeMembers, slugOf } from "../communities/public.ts";
import { notify, settleNotices } from "../notifications/public.ts";
import type { MemberStanding } from "../platform/actor.ts";
import type { Tx } from "../platform/transact.ts";
import type { IncidentRow } from "./incident-store.ts";
import type { SystemIds, SystemRow } from "./store.ts";

/** Tells everybody that something happened to a system. */
export async function tellOfSystem(tx: Tx, { communityId, systemId }: SystemIds): Promise<void> {
  await tx.record(systemChanged, { communityId, systemId });
}

/** Tells everybody that something happened to an incident, which its system's card shows as well. */
export async function tell(tx: Tx, { communityId, id, systemId }: IncidentRow): Promise<void> {
  await tx.record(incidentChanged, { communityId, incidentId: id, systemId });
}

type Named = SystemIds & Pick<SystemRow, "stewardId" | "content">;

/** Whoever answers for a system from now on learns of it, unless they said so themselves. */
export async function tellSteward(
  tx: Tx,
  { participantId, slug }: MemberStanding,
  { communityId, systemId, stewardId, content }: Named,
): Promise<void> {
  if (stewardId === participantId) return;
  await notify(tx, {
    communityId,
    participantIds: [stewardId],
    kind: "systems.steward",
    link: `/c/${slug}/systems/${systemId}`,
    data: { title: content.name },
  });
}

/** That it came somewhere, or what the clock says of it. */
type NoticeAbout = IncidentState | "due-soon" | "overdue";

const subjectOf = ({ id }: IncidentRow) => `incident ${id}`;

interface News {
  readonly what: NoticeAbout;
  readonly to: readonly string[];
  /** Whether it waits for a step that settles it. */
  readonly waits?: true;
}

/** Tells people what is to be done about an incident, or was; never who reported it. */
export async function notifyOf(
  tx: Tx,
  incident: IncidentRow,
  { what, to, waits }: News,
): Promise<void> {
  const { communityId, id, title } = incident;
  await notify(tx, {
    communityId,
    participantIds: [...new Set(to)],
    kind: `systems.${what}`,
    link: `/c/${await slugOf(tx.db, communityId)}/incidents/${id}`,
    data: { title },
    ...(waits && { subject: subjectOf(incident) }),
  });
}

/** Moderators and the steward. */
export async function carersOf(tx: Tx, system: SystemRow): Promise<string[]> {
  const moderators = await activeMembers(tx.db, system.communityId, ["owner", "moderator"]);
  return [system.stewardId, ...moderators.map(({ participantId }) => participantId)];
}

/** Whatever somebody was to do about an incident is done. */
export async function settleAsked(tx: Tx, incident: IncidentRow): Promise<void> {
  await settleNotices(tx, { communityId: incident.communityId, subject: subjectOf(incident) });
}
