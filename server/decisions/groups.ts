import { randomBytes } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import type { GroupRun, GroupSupport } from "#shared/contract/group-support.ts";
import { GroupCounts, noGroup } from "#shared/counting/group-counts.ts";
import { hashSeals, sealGroup } from "#shared/counting/group-seals.ts";
import {
  type Support,
  tellAll,
  tellSupport,
  type Votes,
} from "#shared/counting/support-by-group.ts";
import { groupConsensus } from "#shared/opinions/consensus.ts";
import type { CountedDecision } from "#shared/recount/bundle.ts";
import { backsOne } from "#shared/voting/backing.ts";
import { fewestInGroup, type GroupCount } from "#shared/voting/group-majority.ts";
import type { Settings } from "#shared/voting/index.ts";
import type { Db } from "#db/client.ts";
import { type GroupsNow, groupsNow } from "../opinions/public.ts";
import {
  forgetGroups,
  groupsAmong,
  saveGroups,
  savePackedGroups,
  turnoutByGroup,
} from "./groups-store.ts";
import { type DecisionIds, type DecisionRow, optionsOf, updateDecision } from "./store.ts";

/*
 * Opinion groups in decisions. Where a share in every group is asked, who is in which is frozen at opening, sealed, and told
 * of those who vote. Otherwise it is taken at closing, counted, and forgotten.
 */

interface Frozen {
  readonly groupRun: GroupRun | null;
  readonly groupsHash: string | null;
}

/** Freezes at opening who is in which group, where a share in each is asked. Groups of fewer than five electors are none. */
export async function freezeGroups(
  db: Db,
  { communityId, debateId, id, groupMajority }: DecisionRow,
  electorIds: readonly string[],
): Promise<Frozen> {
  if (groupMajority === null) return { groupRun: null, groupsHash: null };
  const now = await groupsNow(db, { communityId, debateId });
  const parts = partsOf(electorIds.toSorted());
  const counts = now ? await electorsByGroup(parts, now) : new Map<number, number>();
  const groups =
    now?.run.groups.filter((number) => (counts.get(number) ?? 0) >= fewestInGroup) ?? [];
  const seals: string[] = [];
  for (const part of parts) {
    const memberships = part.map((elector) => {
      const number = now?.groupOf.get(elector);
      const group = number !== undefined && groups.includes(number) ? number : null;
      const open = { group, salt: randomBytes(16).toString("hex") };
      return { id: elector, ...open, seal: sealGroup(elector, open) };
    });
    await saveGroups(db, { communityId, decisionId: id }, memberships);
    seals.push(...memberships.map(({ seal }) => seal));
  }
  return {
    groupRun: now && groups.length > 0 ? { ...now.run, groups } : null,
    groupsHash: hashSeals(seals),
  };
}

/** After so many electors everybody else has a turn. */
const atOnce = 1_000;

function partsOf(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / atOnce);
  return Array.from({ length: count }, (_, at) => ids.slice(at * atOnce, (at + 1) * atOnce));
}

async function electorsByGroup(
  parts: readonly (readonly string[])[],
  { groupOf }: Pick<GroupsNow, "groupOf">,
): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const part of parts) {
    for (const elector of part) {
      const number = groupOf.get(elector);
      if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    await turn();
  }
  return counts;
}

/** Takes at closing who is in which group, where that was not frozen at opening. */
export async function takeGroups(
  db: Db,
  { communityId, debateId, id, groupMajority, groupRun }: DecisionRow,
): Promise<GroupRun | null> {
  if (groupMajority !== null) return groupRun;
  const now = await groupsNow(db, { communityId, debateId });
  if (!now) return null;
  await savePackedGroups(db, { communityId, decisionId: id }, now.groupOf);
  return now.run;
}

/** The share that is asked in every group, as it is frozen and published; nothing where none is. */
export function groupRuleOf({
  groupMajority,
  groupRun,
  groupsHash,
}: Pick<DecisionRow, "groupMajority" | "groupRun" | "groupsHash">): Pick<
  CountedDecision,
  "groupMajority"
> {
  if (groupMajority === null || groupsHash === null) return {};
  return { groupMajority: { threshold: groupMajority, run: groupRun, hash: groupsHash } };
}

interface Counting {
  readonly decision: DecisionRow;
  readonly isRunning: boolean;
}

/**
 * What ballots are counted into by group, and how to find whose group is known. While a count runs nothing is told by group,
 * and in secret votes nobody knows how a group voted: no groups are read then.
 */
export function groupCountsOf(db: Db, { decision, isRunning }: Counting) {
  const { communityId, id: decisionId, settings, secrecy, groupRun } = decision;
  const groups = isRunning || secrecy === "secret" ? [] : (groupRun?.groups ?? []);
  return {
    counts: new GroupCounts(settings as Settings, groups),
    async groupsOf(voterIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
      if (groups.length === 0 || voterIds.length === 0) return new Map();
      return groupsAmong(db, { communityId, decisionId }, voterIds);
    },
  };
}

/** Writes down how opinion groups voted, and forgets who is in which where that is not published. */
export async function keepSupport(db: Db, decision: DecisionRow, votes: Votes): Promise<void> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const { groupRun } = decision;
  if (groupRun) {
    const isSecret = decision.secrecy === "secret";
    const told = isSecret
      ? tellSupport(await turnoutOf(db, ids, groupRun), { options: ["voted"], isSingle: false })
      : await tellVotes(db, decision, votes);
    const of = isSecret ? "turnout" : "votes";
    const groupSupport: GroupSupport = { ...groupRun, of, ...viewOf(told), across: acrossOf(told) };
    await updateDecision(db, ids, { groupSupport });
  }
  await forgetGroups(db, ids, decision.groupMajority !== null);
}

async function tellVotes(db: Db, decision: DecisionRow, votes: Votes) {
  const { communityId, id, settings, groupMajority } = decision;
  const options = (await optionsOf(db, communityId, [id])).map((option) => option.id);
  if (groupMajority !== null) return tellAll(votes, options);
  const isSingle = backsOne((settings as Settings).method);
  return tellSupport(votes, { options, isSingle });
}

/** In secret decisions nobody knows how a group voted; how many of it did is on the roll, which is apart from ballots. */
async function turnoutOf(db: Db, ids: DecisionIds, { groups }: GroupRun): Promise<Votes> {
  const rows = await turnoutByGroup(db, ids);
  const countOf = (group: number): GroupCount => {
    const found = rows.find((row) => (row.group ?? noGroup) === group);
    const { electors = 0, voted = 0 } = found ?? {};
    return { group, voters: electors, sided: electors, backing: new Map([["voted", voted]]) };
  };
  return { groups: groups.map(countOf), outside: countOf(noGroup) };
}

const viewOf = ({ rows, kept }: Support) => ({
  rows: rows.map(({ groups, backing, ...row }) => {
    return { ...row, groups: [...groups], backing: [...backing] };
  }),
  kept: [...kept],
});

/** How far groups back an option together, as the opinion map has it of statements; only where two are told apart. */
function acrossOf({ rows }: Support): GroupSupport["across"] {
  const groups = rows.filter(({ groups: numbers }) => numbers.length > 0);
  if (groups.length < 2) return [];
  return (groups[0]?.backing ?? []).map(({ option }, at) => {
    const votes = groups.map(({ voters, backing }) => {
      const agrees = backing[at]?.count ?? 0;
      return { agrees, disagrees: 0, passes: voters - agrees };
    });
    return { option, ...groupConsensus(votes, "agree") };
  });
}
