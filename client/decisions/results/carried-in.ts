import type { DecisionView } from "#shared/contract/decisions.ts";

/**
 * What a count has decided for: nothing where it is void, and nothing before closing where opinion groups, which are counted
 * only then, have to back it too.
 */
export function carriedIn(
  { status, frozenGroups }: Pick<DecisionView, "status" | "frozenGroups">,
  { outcome }: NonNullable<DecisionView["result"]>,
): readonly string[] {
  const asksGroupsYet = frozenGroups !== null && status !== "closed";
  return status === "annulled" || asksGroupsYet ? [] : outcome.carried;
}
