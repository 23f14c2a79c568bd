import type { CrowdMember } from "./crowd.ts";
import { daysBefore } from "./days.ts";
import type { DemoDelegation } from "./demo-plan.ts";
import { timedId } from "./ids.ts";
import type { PersonKey } from "./people.ts";
import { seededRandom } from "./random.ts";

type Draft = readonly [from: PersonKey, to: PersonKey, percent: number, topic?: string];

/** Whose judgement people of the demo trust: chains, a vote that is split, choices for a topic, and a small circle. */
const drafts: readonly Draft[] = [
  ["rosa", "nadia", 100],
  ["ingrid", "nadia", 100],
  ["leila", "nadia", 100],
  ["adaeze", "rosa", 100],
  ["birgit", "rosa", 100],
  ["nadia", "amara", 100],
  ["sofia", "amara", 60],
  ["sofia", "thandiwe", 40],
  ["hana", "thandiwe", 100],
  ["karim", "farid", 100],
  ["lauri", "aleksi", 100],
  ["aleksi", "farid", 100],
  ["matteo", "priya", 100],
  ["ramon", "priya", 50],
  ["ramon", "kwame", 50],
  ["umut", "yusuf", 100],
  ["zofia", "yusuf", 100],
  ["noor", "yusuf", 100],
  ["camila", "dara", 100],
  ["dara", "esra", 100],
  ["esra", "camila", 100],
  ["sofia", "leila", 100, "privacy"],
  ["clara", "elif", 100, "funding"],
  ["samuel", "elif", 100, "funding"],
  ["tomas", "priya", 100, "funding"],
];

export function makeDelegations(
  everybody: readonly CrowdMember[],
  { seed, now }: { readonly seed: string; readonly now: Date },
): DemoDelegation[] {
  const random = seededRandom(`${seed}/delegations`);
  const idOf = (key: PersonKey) => {
    const person = everybody.find((one) => one.key === key);
    if (person === undefined) throw new RangeError(`no ${key}`);
    return person.participantId;
  };
  return drafts.map(([from, to, percent, topic], at): DemoDelegation => {
    const madeAt = daysBefore(now, 40 - at);
    return {
      id: timedId(madeAt, random),
      fromId: idOf(from),
      toId: idOf(to),
      scope: topic === undefined ? "community" : "topic",
      about: topic ?? null,
      percent,
      madeAt,
      expiresAt: daysBefore(now, at - 320),
    };
  });
}
