import type { Db } from "#db/client.ts";
import type { GroupNames } from "#shared/contract/group-names.ts";
import { chosenNames, fewestForName, type ProposedName } from "#shared/opinions/group-names.ts";
import type { MemberStanding } from "../platform/actor.ts";
import { choiceOf, countedVotes, proposalsOf, standingNames } from "./names-store.ts";
import { mayName } from "./policy.ts";
import { runsOn } from "./runs.ts";
import type { DebateIds } from "./store.ts";

type StandingNames = Awaited<ReturnType<typeof standingNames>>;

/** What each group of the newest map is called by its people. */
export const namesOf = (db: Db, ids: DebateIds): Promise<ReadonlyMap<number, ProposedName>> =>
  chosenAmong(db, ids, () => standingNames(db, ids));

async function chosenAmong(
  db: Db,
  ids: DebateIds,
  read: () => StandingNames | Promise<StandingNames>,
): Promise<ReadonlyMap<number, ProposedName>> {
  const votes = await countedVotes(db, ids);
  if (votes.length < fewestForName) return new Map();
  const runs = runsOn(db);
  const newest = await runs.newest(ids);
  if (!newest) return new Map();
  return chosenNames(await read(), votes, await runs.groupsIn(ids, newest.id));
}

/** The number of a member's group in the newest map; null for none, and for one that the map does not show. */
export async function ownGroup(
  db: Db,
  ids: DebateIds,
  { participantId }: Pick<MemberStanding, "participantId">,
): Promise<number | null> {
  const runs = runsOn(db);
  const newest = await runs.newest(ids);
  const number = newest && (await runs.groupsIn(ids, newest.id)).get(participantId);
  return newest?.map.groups.some((group) => group.number === number) ? (number ?? null) : null;
}

interface Asked {
  readonly standing: MemberStanding;
  readonly params: DebateIds;
  readonly phase: string;
}

/**
 * What a member's own group may be called. Nobody is told of other groups' proposals, whose a proposal is, how many want
 * it, or when: any of these could tell who is in the group.
 */
export async function viewNames(
  db: Db,
  { standing: member, params, phase }: Asked,
): Promise<GroupNames> {
  const group = await ownGroup(db, params, member);
  const { participantId } = member;
  const person = { ...params, participantId };
  const proposed = await proposalsOf(db, person);
  const held = proposed.flatMap(({ id, mark }) => (mark ? [{ id, mark }] : []));
  if (group === null) return { group, names: [], choice: null, held, can: { name: false } };
  const standing = await standingNames(db, params);
  const shown = (await chosenAmong(db, params, () => standing)).get(group);
  const names = standing
    .filter((name) => name.group === group && (name.isOut || name.authorId === participantId))
    .map(({ id, text, authorId }) => {
      return { id, text, isMine: authorId === participantId, isShown: id === shown?.id };
    })
    .toSorted((a, b) => (a.text < b.text ? -1 : 1));
  const choice = await choiceOf(db, person);
  return {
    group,
    names,
    choice: names.some(({ id }) => id === choice) ? choice : null,
    held,
    can: { name: mayName(phase) },
  };
}
