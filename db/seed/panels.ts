import type { CrowdMember } from "./crowd.ts";
import { daysBefore } from "./days.ts";
import type { DemoDebate } from "./demo-plan.ts";
import { timedId } from "./ids.ts";
import { camps, type Camp } from "./people.ts";
import { chance, pickWeighted, type Random, seededRandom } from "./random.ts";
import type { DemoPanel } from "./work-plan.ts";

const attributes: DemoPanel["attributes"] = [
  {
    name: "What you do here",
    values: [
      { value: "I run machines", min: 3, max: 5 },
      { value: "I build", min: 3, max: 5 },
      { value: "I use what comes of it", min: 3, max: 5 },
    ],
  },
  {
    name: "Language at home",
    values: [
      { value: "a large one", min: 4, max: 8 },
      { value: "a small one", min: 4, max: 8 },
    ],
  },
];

const does: Readonly<Record<Camp, string>> = {
  operators: "I run machines",
  builders: "I build",
  civic: "I use what comes of it",
};

/** A panel that calls for volunteers; machines and large languages came in crowds, as they do. */
export function makePanel(
  everybody: readonly CrowdMember[],
  { debates, now, seed }: { debates: readonly DemoDebate[]; now: Date; seed: string },
): DemoPanel {
  const random = seededRandom(`${seed}/panels`);
  const createdAt = daysBefore(now, 11);
  const author = everybody.find(({ key }) => key === "amara");
  const asked = everybody.filter(
    ({ canSignIn, joinedAt, zeal }) =>
      !canSignIn && joinedAt < createdAt && chance(random, zeal * 0.8),
  );
  return {
    id: timedId(createdAt, random),
    authorId: author?.participantId ?? "",
    debateId:
      debates.find(({ question }) => question.startsWith("How should we find and correct"))?.id ??
      null,
    title: "A panel on bias in the next release",
    purpose:
      "Twelve members, drawn by lot, hear those who measured and those who were measured, and say what has to be right before **Commons 3** goes out.",
    seats: 12,
    attributes,
    createdAt,
    volunteers: asked.map((person, at) => ({
      participantId: person.participantId,
      answers: answersOf(person, random),
      createdAt: daysBefore(now, 10 - (at * 9) / asked.length),
    })),
  };
}

function answersOf({ mix }: CrowdMember, random: Random): Record<string, string> {
  const camp = pickWeighted(random, Object.keys(camps) as Camp[], (one) => mix[camps[one]] ?? 0);
  return {
    "What you do here": does[camp],
    "Language at home": chance(random, 0.7) ? "a large one" : "a small one",
  };
}
