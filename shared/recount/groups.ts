import { GroupCounts } from "../counting/group-counts.ts";
import { hashSeals, sealGroup } from "../counting/group-seals.ts";
import type { GroupRule } from "../voting/group-majority.ts";
import type { Ballot } from "../voting/index.ts";
import type { Bundle, BundleElector } from "./bundle.ts";
import { type Check, checked, fault, type RecountFault, skipped } from "./checks.ts";

const noHash = "";

const sealOf = ({ id, opinionGroup }: BundleElector): string => {
  if (opinionGroup === undefined) return noHash;
  return "seal" in opinionGroup ? opinionGroup.seal : sealGroup(id, opinionGroup);
};

/** Whether electors are in the groups that were frozen at opening, and the group of each who voted is known. */
export function checkGroups({ decision, electors, ballots }: Bundle): Check {
  const { groupMajority } = decision;
  if (groupMajority === undefined) return skipped("groups", "no-groups-asked");
  const all = electors ?? [];
  const voters = new Set(ballots.map(({ voter }) => voter));
  const counted = new Set(groupMajority.run?.groups);
  const isRight = hashSeals(all.map(sealOf)) === groupMajority.hash;
  const faults = all.flatMap(({ id, opinionGroup }): RecountFault[] => {
    if (opinionGroup === undefined || "seal" in opinionGroup) {
      return voters.has(id) ? [fault("group-sealed", { elector: id })] : [];
    }
    const { group } = opinionGroup;
    return group === null || counted.has(group) ? [] : [fault("group-unknown", { elector: id })];
  });
  return checked("groups", [...(isRight ? [] : [fault("groups-changed")]), ...faults]);
}

/** The share that was asked in every group, with how the groups voted; none where none was. */
export function groupRuleOf(
  { decision: { groupMajority, settings }, electors }: Pick<Bundle, "decision" | "electors">,
  ballots: readonly { readonly voter: string; readonly ballot: Ballot }[],
): GroupRule | undefined {
  if (groupMajority === undefined) return undefined;
  const groups = new Map<string, number>();
  for (const { id, opinionGroup } of electors ?? []) {
    if (opinionGroup && "group" in opinionGroup && opinionGroup.group !== null) {
      groups.set(id, opinionGroup.group);
    }
  }
  const counts = new GroupCounts(settings, groupMajority.run?.groups ?? []);
  for (const { voter, ballot } of ballots) counts.add(ballot, groups.get(voter));
  return { threshold: groupMajority.threshold, counts: counts.groups() };
}
