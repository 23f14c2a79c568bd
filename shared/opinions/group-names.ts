/** A name that people of an opinion group proposed for it. */
export interface ProposedName {
  readonly id: string;
  /** the number of the group */
  readonly group: number;
  readonly text: string;
}

export interface NameVote {
  readonly voter: string;
  readonly nameId: string;
}

/** So many of a group have to want a name before others read it: what one or two want could be known to be theirs. */
export const fewestForName = 3;

/**
 * What each group is called: the name that most of its people want, three of them at least; of two that as many want,
 * the one that comes first. A vote counts while its voter is in the group that the name is for.
 * @param names in the order in which they were proposed
 * @param groupOf the number of each person's group
 * @returns by the number of the group; nothing for a group without a name
 */
export function chosenNames(
  names: readonly ProposedName[],
  votes: readonly NameVote[],
  groupOf: Pick<ReadonlyMap<string, number>, "get">,
): Map<number, ProposedName> {
  const counts = new Map(names.map(({ id }) => [id, 0]));
  const byId = new Map(names.map((name) => [name.id, name]));
  for (const { voter, nameId } of votes) {
    const name = byId.get(nameId);
    if (name && groupOf.get(voter) === name.group)
      counts.set(nameId, (counts.get(nameId) ?? 0) + 1);
  }
  const votesFor = ({ id }: ProposedName) => counts.get(id) ?? 0;
  const chosen = new Map<number, ProposedName>();
  for (const name of names) {
    const best = chosen.get(name.group);
    if (votesFor(name) < fewestForName) continue;
    if (!best || votesFor(name) > votesFor(best)) chosen.set(name.group, name);
  }
  return chosen;
}
