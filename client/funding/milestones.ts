import { fundingLimits, type Milestone } from "#shared/contract/funding.ts";

const soonest = 4;

/** One milestone a line, "12: what is done by then", the number in weeks; without one, four weeks after the last. */
export function milestonesIn(text: string): Milestone[] {
  let last = 0;
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, fundingLimits.milestones)
    .map((line) => {
      const [, weeks, title] = /^(\d{1,3})\s*[:：]\s*(.+)$/u.exec(line) ?? [];
      last = weeks === undefined ? last + soonest : Math.max(1, Number(weeks));
      return { title: title ?? line, weeks: last };
    });
}

export const textOfMilestones = (milestones: readonly Milestone[]): string =>
  milestones.map(({ title, weeks }) => `${weeks}: ${title}`).join("\n");
