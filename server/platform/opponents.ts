import type { Db } from "#db/client.ts";
import type { MemberStanding, Role } from "./actor.ts";
import { isAnybodyFree, shareOpenCase } from "./parts-store.ts";
import { because, Refusal } from "./problem.ts";

interface Judged {
  readonly judge: Pick<MemberStanding, "communityId" | "participantId">;
  readonly otherId: string;
  /** Where something of theirs waits to be decided: since when, and who else could do that. */
  readonly waiting?: { readonly since: Date; readonly roles: readonly Role[] } | undefined;
}

/**
 * Refuses to warn, slow down, suspend or remove somebody who has a part in the same case as long as that is open: nobody
 * judges the other side, and nobody picks the jury. But nobody makes themselves untouchable either, by quarrelling with
 * everybody who could decide about what was reported of them: as soon as nobody else is left, the cases that they brought
 * after the report keep nobody from deciding about it.
 */
export async function refuseOpponent(db: Db, { judge, otherId, waiting }: Judged): Promise<void> {
  const { communityId, participantId } = judge;
  const two = { communityId, participantId, otherId };
  if (!(await shareOpenCase(db, two))) return;
  if (waiting && (await isShield(db, { two, waiting }))) return;
  throw new Refusal("own-case", because("open-case-between"));
}

interface Shielded {
  readonly two: Parameters<typeof shareOpenCase>[1];
  readonly waiting: NonNullable<Judged["waiting"]>;
}

/** Whether what keeps two apart are cases that were brought after the report, with nobody left to decide. */
async function isShield(db: Db, { two, waiting }: Shielded): Promise<boolean> {
  if (await shareOpenCase(db, two, waiting.since)) return false;
  return !(await isAnybodyFree(db, { ...two, roles: waiting.roles }));
}
