import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { countOwners, type MemberRow } from "./member-store.ts";

/** Refuses to take the role of an owner from the only one. The community must be locked. */
export async function refuseLastOwner({ db }: Tx, { communityId, role }: MemberRow): Promise<void> {
  if (role !== "owner" || (await countOwners(db, communityId)) > 1) return;
  throw new Refusal("last-owner", because("owner-missing"));
}
