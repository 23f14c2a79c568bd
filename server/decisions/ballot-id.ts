import { createHmac, randomBytes } from "node:crypto";
import type { Deps } from "../deps.ts";
import { keepKey } from "./ballot-store.ts";
import type { DecisionIds } from "./store.ts";

const place = ({ communityId, decisionId }: DecisionIds) =>
  `decision key ${communityId} ${decisionId}`;

/** The key of a decision; undefined where it was sealed with another secret. */
export const openKey = ({ vault }: Pick<Deps, "vault">, ids: DecisionIds, sealed: string) =>
  vault.open(sealed, place(ids));

/** The key of an open decision, made with its first ballot. */
export async function keyFor(
  deps: Pick<Deps, "db" | "vault">,
  ids: DecisionIds,
  known: string | null,
): Promise<Uint8Array> {
  const sealed =
    known ?? (await keepKey(deps.db, ids, deps.vault.seal(randomBytes(32), place(ids))));
  const key = openKey(deps, ids, sealed);
  if (!key) throw new Error("a decision's key was sealed with another secret");
  return key;
}

/** The id of somebody's ballot: it leads nowhere without the decision's key. */
export const ballotIdOf = (key: Uint8Array, voterId: string): string =>
  createHmac("sha256", key).update(voterId).digest("hex");
