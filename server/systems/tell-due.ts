import type { Deps } from "../deps.ts";
import { eachByItself } from "../platform/each-by-itself.ts";
import type { Tx } from "../platform/transact.ts";
import {
  dueIncidents,
  dueOf,
  type IncidentIds,
  type IncidentRow,
  noteTold,
} from "./incident-store.ts";
import { lockedPlace } from "./place.ts";
import { carersOf, notifyOf, tell } from "./tell.ts";

/** Tells by the clock which incidents are due soon, and which overdue; each once. */
export async function tellDueIncidents(deps: Deps): Promise<void> {
  await eachByItself(deps.log, await dueIncidents(deps.db), (ids) => tellDueOf(deps, ids));
}

/** The same of one incident; safe to call at any time, and twice. */
export async function tellDueOf(deps: Deps, ids: IncidentIds): Promise<void> {
  await deps.transact(async (tx) => {
    const { incident, system } = await lockedPlace(tx, ids);
    const due = await dueOf(tx.db, ids);
    if (!due) return;
    const now = new Date(due.now);
    const to = await carersOf(tx, system);
    if (due.isDueSoon) {
      await noteTold(tx.db, ids, { remindedAt: now });
      if (!due.isDue) await notifyOf(tx, incident, { what: "due-soon", to, waits: true });
    }
    if (due.isDue && incident.overdueToldAt === null) {
      await noteTold(tx.db, ids, { overdueToldAt: now });
      await enterOverdue(tx, incident);
      await notifyOf(tx, incident, { what: "overdue", to, waits: true });
      await tell(tx, incident);
    }
  });
}

/** Everybody sees it: on the page, and in the record. */
async function enterOverdue(tx: Tx, { communityId, id, dueAt, state }: IncidentRow) {
  await tx.act({
    communityId,
    kind: "incident.overdue",
    actor: null,
    subject: id,
    payload: { state, dueAt: dueAt?.toISOString() ?? null },
  });
}
