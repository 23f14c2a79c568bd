import type { Installation } from "#shared/contract/operations.ts";
import type { Deps } from "../deps.ts";
import { countEverything, measureHealth } from "./installation-store.ts";

/** What an operator sees: how much there is and how it does, never what anybody wrote or who they are. */
export async function readState({ db, hub, clock }: Deps): Promise<Installation> {
  const [counts, health] = await Promise.all([countEverything(db), measureHealth(db)]);
  return {
    counts,
    health: { ...health, sockets: hub.socketCount(), now: clock().toISOString() },
  };
}
