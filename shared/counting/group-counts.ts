import { backedBy, takesSide } from "../voting/backing.ts";
import type { GroupCount } from "../voting/group-majority.ts";
import type { Ballot, Settings } from "../voting/index.ts";

interface Count {
  voters: number;
  sided: number;
  readonly backing: Map<string, number>;
}

const nobody = (): Count => ({ voters: 0, sided: 0, backing: new Map() });

/** Stands for the group of those who are in none. */
export const noGroup = -1;

/** Counts by opinion group who backs what. Each person who cast a ballot counts once, in whatever weight and for whomever else. */
export class GroupCounts {
  readonly #settings: Settings;
  readonly #counts: ReadonlyMap<number, Count>;
  readonly #outside: Count = nobody();

  /** @param groups those that are counted, empty ones too */
  constructor(settings: Settings, groups: readonly number[]) {
    this.#settings = settings;
    this.#counts = new Map(groups.map((group) => [group, nobody()]));
  }

  /** @param group its voter's; who is in none that is counted is outside */
  add(ballot: Ballot, group: number | undefined): void {
    const count = this.#counts.get(group ?? noGroup) ?? this.#outside;
    count.voters += 1;
    if (takesSide(ballot)) count.sided += 1;
    for (const option of backedBy(ballot, this.#settings)) {
      count.backing.set(option, (count.backing.get(option) ?? 0) + 1);
    }
  }

  /** Of each group, in the order of their numbers. */
  groups(): GroupCount[] {
    return [...this.#counts]
      .map(([group, count]) => ({ group, ...count }))
      .toSorted((a, b) => a.group - b.group);
  }

  /** Of those who are in none. */
  outside(): GroupCount {
    return { group: noGroup, ...this.#outside };
  }
}
