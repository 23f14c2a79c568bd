import type { Db } from "#db/client.ts";
import { disown } from "./release-store.ts";
import { deleteAnswers } from "./store.ts";

export { representationRoutes } from "./routes.ts";
export { type DeclaredRates, ratesByDeclared } from "./settle-rates.ts";

/** Deletes what people said about themselves, as their account goes. */
export async function forgetDeclared(
  db: Db,
  gone: Record<"communityIds" | "participantIds", readonly string[]>,
): Promise<void> {
  await deleteAnswers(db, gone);
  await disown(db, gone);
}
