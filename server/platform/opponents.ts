import type { Db } from "#db/client.ts";
import type { MemberStanding } from "./actor.ts";
import { shareOpenCase } from "./parts-store.ts";
import { because, Refusal } from "./problem.ts";

type Judge = Pick<MemberStanding, "communityId" | "participantId">;

/**
 * Refuses to warn, slow down, suspend or remove somebody who has a part in the same case as long as that is open: nobody
 * judges the other side, and nobody picks the jury.
 */
export async function refuseOpponent(
  db: Db,
  { communityId, participantId }: Judge,
  otherId: string,
): Promise<void> {
  if (await shareOpenCase(db, { communityId, between: [participantId, otherId] })) {
    throw new Refusal("own-case", because("open-case-between"));
  }
}
