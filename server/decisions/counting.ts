import { BallotGroups } from "#shared/counting/ballot-groups.ts";
import type { GroupCounts } from "#shared/counting/group-counts.ts";
import {
  type CountedView,
  countGrouped,
  countNamed,
  countToJson,
  type Poll,
} from "#shared/counting/count-decision.ts";
import { ballotsHasher, lotOrder, seedWith } from "#shared/counting/lot-order.ts";
import type { Votes } from "#shared/counting/support-by-group.ts";
import type { Delegation } from "#shared/delegation/resolve.ts";
import { GrowingTree } from "#shared/merkle/tree.ts";
import { leafOf } from "#shared/recount/board.ts";
import type { BundleEntry } from "#shared/recount/bundle.ts";
import type { Ballot, Settings } from "#shared/voting/index.ts";
import type { TieBreak } from "#shared/voting/method.ts";
import { tallyToJson, type TallyView } from "#shared/voting/tally.ts";
import type { Db } from "#db/client.ts";
import { boardPages, countRoll } from "./ballot-store.ts";
import { groupCountsOf } from "./groups.ts";
import { paperEntries } from "./paper-store.ts";
import { electorateOf, electorsAmong } from "./elector-store.ts";
import { type DecisionRow, optionsOf } from "./store.ts";

/** The list of ballots as it is signed. */
export interface Board {
  readonly size: number;
  readonly root: Uint8Array;
}

/** What a count found, and the list that it was found from. */
export interface Found {
  readonly result: CountedView;
  /** over the ballots, where a lot is drawn by them */
  readonly ballotsHash: string | null;
  readonly board: Board;
  /** by opinion group, as far as these are known */
  readonly votes: Votes;
}

/** What is counted. No more votes can come to the decision. */
export interface Count {
  readonly decision: DecisionRow;
  /** none in secret decisions, where carried votes are ballots like any other by then */
  readonly delegations: readonly Delegation[];
  /** while votes still come in: no list is signed, and anybody may count */
  readonly isRunning?: boolean;
}

/**
 * Counts the ballots of a decision by its rules, reading them page by page: of many that are equal, one is kept.
 * @param tell is told how many have been read, and in the end that these are all
 */
export async function countDecision(
  db: Db,
  { decision, delegations, isRunning = false }: Count,
  tell: (read: number, isAll: boolean) => void = () => undefined,
): Promise<Found> {
  const ids = { communityId: decision.communityId, decisionId: decision.id };
  const isSecret = decision.secrecy === "secret";
  const named = new Set(delegations.flatMap(({ from, to }) => [from, to]));
  const byGroup = groupCountsOf(db, { decision, isRunning });
  const board = new BoardReader({ decision, named, isRunning, counts: byGroup.counts });
  for await (const page of boardPages(db, ids)) {
    const groupOf = await byGroup.groupsOf(page.flatMap(({ voter }) => voter ?? []));
    for (const entry of page) board.read(entry, groupOf);
    tell(board.size, false);
  }
  tell(board.size, true);
  const { persons, weight } = await electorateOf(db, ids);
  const electors = await electorsAmong(db, ids, [...named]);
  const ballotsHash = board.drawing?.hex() ?? decision.ballotsHash;
  const votes = { groups: byGroup.counts.groups(), outside: byGroup.counts.outside() };
  const threshold = isRunning ? null : decision.groupMajority;
  const rule = threshold && { threshold, counts: votes.groups };
  const poll = await pollOf(db, { ...decision, ballotsHash });
  const counted = countGrouped(
    { ...poll, groups: rule },
    {
      groups: board.groups,
      entwined: {
        weights: new Map(electors.map((elector) => [elector.id, elector.weight])),
        ballots: board.apart,
        delegations,
        capPercent: decision.delegationCap ?? 100,
      },
      electorate: { persons, weight: isSecret ? BigInt(persons) : weight },
    },
  );
  const { size } = board;
  const delegated = isSecret ? size - (await countRoll(db, ids)) : counted.delegated;
  const result = countToJson({ ...counted, delegated });
  return { result, ballotsHash, board: { size, root: board.tree.root() }, votes };
}

interface Reading {
  readonly decision: DecisionRow;
  /** whom delegations name */
  readonly named: ReadonlySet<string>;
  readonly isRunning: boolean;
  readonly counts: GroupCounts;
}

/** What becomes of ballots as they are read. */
class BoardReader {
  readonly tree = new GrowingTree();
  readonly groups = new BallotGroups();
  readonly drawing: ReturnType<typeof ballotsHasher> | null;
  /** of those whom delegations name */
  readonly apart: { readonly voter: string; readonly ballot: Ballot }[] = [];
  size = 0;
  readonly #named: ReadonlySet<string>;
  readonly #isSecret: boolean;
  readonly #isRunning: boolean;
  readonly #counts: GroupCounts;

  constructor({ decision, named, isRunning, counts }: Reading) {
    this.drawing = isDrawnByBallots(decision) ? ballotsHasher() : null;
    this.#named = named;
    this.#isSecret = decision.secrecy === "secret";
    this.#isRunning = isRunning;
    this.#counts = counts;
  }

  read(entry: BundleEntry, groupOf: ReadonlyMap<string, number>): void {
    this.size += 1;
    if (!this.#isRunning) this.tree.add(leafOf(entry));
    this.drawing?.add(entry);
    const { voter, weight = "0" } = entry;
    const ballot = entry.ballot as Ballot;
    if (this.#isSecret) {
      this.groups.add(ballot, 1n);
      return;
    }
    if (voter !== undefined) this.#counts.add(ballot, groupOf.get(voter));
    if (voter !== undefined && this.#named.has(voter)) this.apart.push({ voter, ballot });
    else if (voter !== undefined) this.groups.add(ballot, BigInt(weight));
  }
}

const isDrawnByBallots = ({ lotSeed, lotBy }: DecisionRow) => lotSeed !== null && lotBy !== "seed";

/** Counts what was cast on paper alone; null where the rules take no such votes. */
export async function countPaper(db: Db, decision: DecisionRow): Promise<TallyView | null> {
  if (!decision.takesPaper) return null;
  const cast = await paperEntries(db, {
    communityId: decision.communityId,
    decisionId: decision.id,
  });
  const { tally } = countNamed(await pollOf(db, decision), {
    weights: new Map(cast.map(({ voter, weight }) => [voter, weight])),
    ballots: cast.map(({ voter, ballot }) => ({ voter, ballot: ballot as Ballot })),
    delegations: [],
    capPercent: 100,
  });
  return tallyToJson(tally);
}

/** What a decision is counted by. */
export async function pollOf(db: Db, decision: DecisionRow): Promise<Poll> {
  const rows = await optionsOf(db, decision.communityId, [decision.id]);
  const options = rows.map(({ id }) => id);
  return {
    options,
    settings: decision.settings as Settings,
    quorum: decision.quorum,
    threshold: decision.threshold,
    tieBreak: tieBreakOf(decision, options),
    unit: decision.unit,
  };
}

function tieBreakOf(decision: DecisionRow, options: readonly string[]): TieBreak | undefined {
  const { tieBreak, lotSeed, lotBy, ballotsHash, chairOrder } = decision;
  if (tieBreak === "lot" && lotSeed !== null && (lotBy === "seed" || ballotsHash !== null)) {
    return { rule: "lot", order: lotOrder(seedWith(lotSeed, ballotsHash), options) };
  }
  return tieBreak === "chair" && chairOrder ? { rule: "chair", order: chairOrder } : undefined;
}
