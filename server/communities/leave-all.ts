import { memberLeft, memberRenamed } from "#shared/contract/communities.ts";
import type { Db } from "#db/client.ts";
import { endDelegations } from "../delegations/public.ts";
import {
  forgetNamesInNotices,
  forgetPeopleInNotices,
  settleNotices,
} from "../notifications/public.ts";
import { because, Refusal } from "../platform/problem.ts";
import type { Tx } from "../platform/transact.ts";
import { lockCommunity } from "./community-store.ts";
import { revokeAllBy } from "./entry-store.ts";
import {
  closeDoor,
  communitiesOf,
  deleteRequestsOf,
  deleteMembership,
  forgetParticipant,
  formerMember,
  type PlaceRow,
  placesOf,
  requestsOf,
} from "./leaving-store.ts";
import { accountName } from "./member-store.ts";
import { isAlone, mustHandOver } from "./policy.ts";
import { requestSubject } from "./admission.ts";

type Summary = Pick<PlaceRow["community"], "id" | "slug" | "name">;

/** Where an account is a member, by what its going would mean there. */
export async function placesOfAccount(db: Db, accountId: string) {
  const places = (await placesOf(db, accountId)).filter(({ status }) => status === "active");
  const named = (rows: PlaceRow[]): Summary[] =>
    rows.map(({ community: { id, slug, name } }) => ({ id, slug, name }));
  return {
    handOver: named(places.filter(mustHandOver)),
    left: named(places.filter(isAlone)),
    memberOf: named(places.filter((place) => !mustHandOver(place) && !isAlone(place))),
  };
}

/** Whom an account was, for features that hold more than ids. */
export interface Traces {
  readonly communityIds: readonly string[];
  readonly participantIds: readonly string[];
}

/**
 * Ends all that ties an account to communities. Its participants stay, so that what they wrote
 * can be read and counted, as former members without a name.
 */
export async function leaveAllCommunities(tx: Tx, accountId: string): Promise<Traces> {
  // In one order for everybody, so that two who leave don't wait for each other.
  for (const id of await communitiesOf(tx.db, accountId)) await lockCommunity(tx.db, id);
  const places = await placesOf(tx.db, accountId);
  refuseWhoMustHandOver(places);
  const requests = await requestsOf(tx.db, accountId);
  for (const { communityId, id } of requests) {
    await settleNotices(tx, { communityId, subject: requestSubject(id) });
  }
  const communityIds = [...places, ...requests].map(({ communityId }) => communityId);
  const names = [await accountName(tx.db, accountId), ...places.map(({ name }) => name)];
  const participantIds = places.map(({ participantId }) => participantId);
  const inPlace = formerMember;
  await forgetNamesInNotices(tx.db, {
    communityIds,
    names: names.filter((name) => name !== undefined),
    inPlace,
  });
  // Names that they had before are known by whose they were.
  const subjects = requests.map(({ id }) => requestSubject(id));
  await forgetPeopleInNotices(tx.db, { communityIds, participantIds, subjects, inPlace });
  await deleteRequestsOf(tx.db, accountId);
  for (const place of places) await leavePlace(tx, place);
  return { communityIds, participantIds };
}

function refuseWhoMustHandOver(places: readonly PlaceRow[]): void {
  const kept = places.filter(mustHandOver).map(({ community }) => community.name);
  if (kept.length === 0) return;
  throw new Refusal(
    "hand-over-first",
    because("hand-over-first", { communities: kept.join(", ") }),
  );
}

async function leavePlace(tx: Tx, place: PlaceRow): Promise<void> {
  const { communityId, participantId, status } = place;
  await forgetParticipant(tx.db, place);
  await revokeAllBy(tx.db, communityId, participantId);
  await deleteMembership(tx.db, place);
  await endDelegations(tx, place);
  if (isAlone(place)) await closeDoor(tx.db, communityId);
  if (status === "active") await tx.record(memberLeft, { communityId, participantId });
  await tx.record(memberRenamed, {
    communityId,
    member: { id: participantId, name: formerMember },
  });
}
