import { z } from "zod";
import { isEnough, Threshold } from "./share.ts";

/** Of fewer people than so many nothing is counted apart. */
export const fewestInGroup = 5;

/** How the people of one opinion group voted, each of them once, whatever their votes weigh. */
export interface GroupCount {
  readonly group: number;
  readonly voters: number;
  /** those who took sides */
  readonly sided: number;
  /** how many back each option */
  readonly backing: ReadonlyMap<string, number>;
}

/** A share that whatever is decided for must have in every group, and how the groups voted. */
export interface GroupRule {
  readonly threshold: Threshold;
  readonly counts: readonly GroupCount[];
}

/** Whether a share in every opinion group was reached ("double majority"). */
export const GroupCheck = z.object({
  rule: Threshold,
  /** Of each option that is or may be decided for, in each group: who backs it, of those who took sides. */
  shares: z.array(
    z.object({
      option: z.string(),
      group: z.int(),
      votes: z.int(),
      of: z.int(),
      isMet: z.boolean(),
    }),
  ),
  /** Groups in which fewer than five took sides: they are not counted apart. */
  small: z.array(z.int()),
});
export type GroupCheck = z.infer<typeof GroupCheck>;

/** Looks at the share of each of these options in each group. Where there are no groups, no share is asked. */
export function checkGroups(
  { threshold, counts }: GroupRule,
  options: readonly string[],
): GroupCheck {
  const [large, small] = [
    counts.filter(({ sided }) => sided >= fewestInGroup),
    counts.filter(({ sided }) => sided < fewestInGroup),
  ];
  const shares = options.flatMap((option) =>
    large.map(({ group, sided: of, backing }) => {
      const votes = backing.get(option) ?? 0;
      return { option, group, votes, of, isMet: isEnough(threshold, BigInt(votes), BigInt(of)) };
    }),
  );
  return { rule: threshold, shares, small: small.map(({ group }) => group) };
}

/** Whether an option has the share in every group that is counted. */
export const holdsInAll = ({ shares }: GroupCheck, option: string): boolean =>
  shares.every((share) => share.option !== option || share.isMet);
