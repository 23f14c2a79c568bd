import { cyclesOf } from "#shared/delegation/graph.ts";
import type { Db } from "#db/client.ts";
import { narrowest } from "./in-force.ts";
import { standingFor } from "./store.ts";
import { type Named, scopesOver } from "./subjects.ts";

interface Where {
  readonly communityId: string;
  readonly at: Date;
}

/** Who delegates to whom for a subject: the narrowest choice of each. */
export async function chosenFor(db: Db, where: Where, named: Named) {
  const rows = await standingFor(db, where, scopesOver(named));
  const { scope, about } = named.subject;
  const debateId = scope === "debate" ? (about ?? "") : "";
  return narrowest(rows, { debateId, topic: named.topic ?? "" });
}

/** Who is in a circle with somebody there, themselves included; empty where there is none. */
export async function circleWith(
  db: Db,
  { participantId, ...where }: Where & { readonly participantId: string },
  named: Named,
): Promise<string[]> {
  const circles = cyclesOf(await chosenFor(db, where, named));
  return (circles.find((circle) => circle.includes(participantId)) ?? []).toSorted();
}
