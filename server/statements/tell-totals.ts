import { debateRoom } from "#shared/contract/event.ts";
import { responsesCounted } from "#shared/contract/statements.ts";
import type { Deps } from "../deps.ts";
import type { DebateIds } from "./store.ts";
import { countDebate } from "./totals-store.ts";

/** Tells the debate's room how much was said by now, at most four times a second. */
export function tellTotals({ db, hub }: Pick<Deps, "db" | "hub">, ids: DebateIds): void {
  const { communityId, debateId } = ids;
  const room = debateRoom({ communityId, debateId });
  hub.tellLately(room, "responses", () =>
    hub.fold(responsesCounted, { room }, async () => ({
      communityId,
      debateId,
      ...(await countDebate(db, { communityId, debateId })),
    })),
  );
}
