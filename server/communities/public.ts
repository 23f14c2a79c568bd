import { uuidv7 } from "uuidv7";
import type { Db } from "#db/client.ts";
import { Language } from "#shared/contract/phases.ts";
import type { Role } from "../platform/actor.ts";
import type { Tx } from "../platform/transact.ts";
import { admit } from "./admission.ts";
import { charterOf, type RuleRow } from "./charter-store.ts";
import { findCommunity, findCommunityBySlug, lockCommunity } from "./community-store.ts";
import { allActive, insertParticipants } from "./member-store.ts";

export { announceCharter, CharterInForce } from "./announce-charter.ts";
export { slugOf } from "./community-store.ts";
export { createStandings } from "./standing.ts";
export { leaveAllCommunities, placesOfAccount } from "./leave-all.ts";
export { formerMember } from "./leaving-store.ts";
export { type Foundation, foundCommunity } from "./found-community.ts";

/** Everybody who is a member now, oldest participants first; only some roles where given. */
export function activeMembers(
  db: Db,
  communityId: string,
  roles?: readonly Role[],
): Promise<{ participantId: string; role: Role; name: string }[]> {
  return allActive(db, communityId, roles);
}

interface NewMember {
  readonly communityId: string;
  readonly accountId: string;
  readonly name?: string;
  readonly role?: Role;
}

/** Makes an account a member outside the usual doors, as the demonstration does; gives the participant's id. */
export async function addMember(tx: Tx, newMember: NewMember): Promise<string> {
  await lockCommunity(tx.db, newMember.communityId);
  const { participantId } = await admit(tx, newMember);
  return participantId;
}

const atOnce = 5_000;

/** Adds authors who came with an import, under pseudonyms; gives their ids in the order of the names. */
export async function importedParticipants(
  db: Db,
  communityId: string,
  names: readonly string[],
): Promise<string[]> {
  const rows = names.map((name) => ({
    communityId,
    id: uuidv7(),
    kind: "imported" as const,
    name,
  }));
  for (let from = 0; from < rows.length; from += atOnce) {
    await insertParticipants(db, rows.slice(from, from + atOnce));
  }
  return rows.map(({ id }) => id);
}

/** The community of an address. Asks nobody's rights: for commands on this machine, and for who asks them next. */
export const communityBySlug = findCommunityBySlug;

/** A rule of the charter that is in force now, by its number. */
export async function ruleInForce(
  db: Db,
  communityId: string,
  number: number,
): Promise<RuleRow | undefined> {
  const rules = await charterOf(db, communityId);
  return rules.find((rule) => rule.number === number);
}

/** The language in which a community speaks. */
export async function communityLanguage(db: Db, communityId: string): Promise<Language> {
  const community = await findCommunity(db, communityId);
  return Language.parse(community?.language ?? "en");
}
