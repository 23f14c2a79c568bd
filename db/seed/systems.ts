import type { CrowdMember } from "./crowd.ts";
import { daysBefore } from "./days.ts";
import type { DemoDebate } from "./demo-plan.ts";
import { timedId } from "./ids.ts";
import type { PersonKey } from "./people.ts";
import { type Random, seededRandom } from "./random.ts";
import type { DemoIncident, DemoSystem } from "./work-plan.ts";

/** The day so many days ago. */
type Day = (daysAgo: number) => string;

const list = "https://example.org/open-model-commons";

/** What the card said when it was new. */
const firstCard = (day: Day): DemoSystem["versions"][number]["content"] => ({
  kind: "model",
  name: "Commons 2",
  release: "2.0",
  licence: "Apache-2.0",
  url: `${list}/commons-2`,
  intendedUse:
    "Summaries and translations of text that people can check. Not for advice on health or law.",
  knownHarms:
    "It makes up sources when it is asked for many. Names from small languages are often misspelt.",
  evaluations: [
    {
      measured: "Made-up sources, in a thousand answers",
      value: "41",
      on: day(215),
      by: "Three volunteers",
      url: `${list}/evaluations/sources-2-0`,
    },
  ],
});

const secondCard = (day: Day): ReturnType<typeof firstCard> => ({
  ...firstCard(day),
  release: "2.1",
  knownHarms: "It makes up sources when it is asked for many, less often than 2.0 did.",
  evaluations: [
    ...firstCard(day).evaluations,
    {
      measured: "Made-up sources, in a thousand answers",
      value: "17",
      on: day(84),
      by: "Auditors of the release",
      url: `${list}/evaluations/sources-2-1`,
    },
    {
      measured: "Right names, in six small languages",
      value: "83 %",
      on: day(75),
      by: "Rosa, Ifeoma and speakers",
      url: `${list}/evaluations/names-2-1`,
    },
  ],
});

interface Scene {
  readonly now: Date;
  idOf(key: PersonKey): string;
  made(daysAgo: number): { readonly id: string; readonly createdAt: Date };
}

/** It was looked into, and is being mended. */
function madeUpName({ now, idOf, made }: Scene): DemoIncident {
  return {
    ...made(34),
    release: "2.1",
    title: "A summary named somebody who was not at the meeting",
    words:
      "I had the minutes of our co-operative summarised. The summary says that our treasurer agreed. She was not there, and people asked her about it for a week.",
    harmed: "Our treasurer, and whoever read it.",
    severity: "high",
    evidence: [{ title: "Minutes and summary, side by side", url: `${list}/incidents/1` }],
    reporterId: idOf("hana"),
    steps: [
      {
        ...made(33),
        to: "accepted",
        why: "Tried with the same minutes: it does so in one of four runs.",
        byId: idOf("jonas"),
      },
      {
        ...made(26),
        to: "mending",
        why: "A check of names against the text is being written.",
        byId: idOf("jonas"),
      },
    ],
    dueAt: daysBefore(now, -4),
  };
}

/** Nobody has looked at it yet. */
function splitNumbers({ now, idOf, made }: Scene): DemoIncident {
  return {
    ...made(1),
    release: "2.1",
    title: "Numbers with commas are read as two numbers",
    words: "In Spanish and German text 1,5 becomes 1 and 5. It took me a while to see it.",
    harmed: "Whoever copies a table.",
    severity: "moderate",
    evidence: [{ title: "Ten examples", url: `${list}/incidents/2` }],
    reporterId: idOf("sofia"),
    steps: [],
    dueAt: daysBefore(now, -6),
  };
}

/** A model with two releases, one incident that is being mended, and one that somebody has to look at. */
export function makeSystem(
  everybody: readonly CrowdMember[],
  { debates, now, seed }: { debates: readonly DemoDebate[]; now: Date; seed: string },
): DemoSystem {
  const random = seededRandom(`${seed}/systems`);
  const idOf = (key: PersonKey) => everybody.find((one) => one.key === key)?.participantId ?? "";
  const day = (daysAgo: number) => daysBefore(now, daysAgo).toISOString().slice(0, 10);
  const made = (daysAgo: number) => timed(daysBefore(now, daysAgo), random);
  const scene = { now, idOf, made };
  const about = debates.find(({ question }) => question.startsWith("Who answers when a model"));
  const links = about ? [{ kind: "debate" as const, id: about.id }] : [];
  return {
    ...made(200),
    stewardId: idOf("quietcompiler"),
    editorId: idOf("jonas"),
    links,
    versions: [
      { content: firstCard(day), reason: "", createdAt: daysBefore(now, 200) },
      {
        content: secondCard(day),
        reason: "Release 2.1, with the audit of it.",
        createdAt: daysBefore(now, 70),
      },
    ],
    incidents: [madeUpName(scene), splitNumbers(scene)],
  };
}

const timed = (createdAt: Date, random: Random) => ({ id: timedId(createdAt, random), createdAt });
