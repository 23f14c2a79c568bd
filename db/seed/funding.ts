import type { CrowdMember } from "./crowd.ts";
import { daysBefore, day, later } from "./days.ts";
import type { DemoDebate } from "./demo-plan.ts";
import { timedId } from "./ids.ts";
import { camps, type Camp, type PersonKey } from "./people.ts";
import { chance, seededRandom } from "./random.ts";
import type { DemoRound } from "./work-plan.ts";

interface ProjectDraft {
  readonly title: string;
  readonly summary: string;
  readonly team: string;
  readonly openness: string;
  readonly by: PersonKey;
  /** Whole euros. */
  readonly cost: number;
  readonly milestones: readonly (readonly [title: string, weeks: number])[];
  /** How likely people of each camp are to want it. */
  readonly liked: Readonly<Record<Camp, number>>;
}

const projects: readonly ProjectDraft[] = [
  {
    title: "A kit to train on machines at home",
    summary:
      "One image that sets a machine up, measures it, and takes it out again when its owner plays a game.",
    team: "Aleksi, Samuel and two students",
    openness: "Under the licence of our repositories, with the measurements.",
    by: "aleksi",
    cost: 8_000,
    milestones: [
      ["Ten machines run it", 6],
      ["Anybody can set it up in an hour", 14],
    ],
    liked: { operators: 0.8, civic: 0.3, builders: 0.5 },
  },
  {
    title: "Tests of the model in six small languages",
    summary: "Speakers write and judge the tests; those who are paid for it are named.",
    team: "Rosa, Ifeoma and speakers",
    openness:
      "Tests and judgements are published, without the last fifth, which stays unseen by training.",
    by: "rosa",
    cost: 6_500,
    milestones: [
      ["Two languages", 8],
      ["All six, and a report", 20],
    ],
    liked: { operators: 0.2, civic: 0.85, builders: 0.4 },
  },
  {
    title: "Faster loading of weights",
    summary: "Shards that are fetched while the first layers run already.",
    team: "gradient_descendant",
    openness: "A patch that upstream has said it would take.",
    by: "gradient",
    cost: 4_000,
    milestones: [["Merged upstream", 10]],
    liked: { operators: 0.5, civic: 0.1, builders: 0.85 },
  },
  {
    title: "A guide for newcomers who are no engineers",
    summary: "What we decide, how, and where one can help, in four languages.",
    team: "Ingrid and Sofía",
    openness: "CC BY 4.0.",
    by: "ingrid",
    cost: 2_500,
    milestones: [["Read by five people who were new", 5]],
    liked: { operators: 0.4, civic: 0.7, builders: 0.4 },
  },
  {
    title: "A meeting in person",
    summary: "Forty people, three days, one town with a railway station.",
    team: "Kwame and Thandiwe",
    openness: "Notes of all sessions.",
    by: "kwame",
    cost: 14_000,
    milestones: [["Held, with notes published", 30]],
    liked: { operators: 0.45, civic: 0.45, builders: 0.3 },
  },
  {
    title: "Spare parts for nodes that others rely on",
    summary: "Power supplies and fans, lent for as long as a node serves.",
    team: "northnode",
    openness: "The list of what is lent to whom.",
    by: "northnode",
    cost: 5_500,
    milestones: [["Twenty nodes have what they need", 12]],
    liked: { operators: 0.75, civic: 0.15, builders: 0.25 },
  },
];

const most = 3;

/** A round that is voted on right now, so that whoever looks around can vote in it. */
export function makeRound(
  everybody: readonly CrowdMember[],
  { debates, now, seed }: { debates: readonly DemoDebate[]; now: Date; seed: string },
): DemoRound {
  const random = seededRandom(`${seed}/funding`);
  const idOf = (key: PersonKey) => everybody.find((one) => one.key === key)?.participantId ?? "";
  const createdAt = daysBefore(now, 25);
  const openedAt = daysBefore(now, 5);
  const listed = projects.map(({ by, cost, liked, milestones, ...words }, at) => {
    const time = daysBefore(now, 22 - at * 2);
    return {
      project: {
        ...words,
        id: timedId(time, random),
        proposerId: idOf(by),
        cost: cost * 100,
        least: cost * 100,
        milestones: milestones.map(([title, weeks]) => ({ title, weeks })),
        createdAt: time,
      },
      liked,
    };
  });
  const voters = everybody.filter(({ zeal, canSignIn }) => !canSignIn && chance(random, zeal / 2));
  const ballots = voters.flatMap(({ participantId: voterId, mix }) => {
    const wish = (liked: ProjectDraft["liked"]) =>
      (Object.keys(camps) as Camp[]).reduce(
        (sum, camp) => sum + (mix[camps[camp]] ?? 0) * liked[camp],
        0,
      );
    const named = listed.filter(({ liked }) => chance(random, wish(liked))).slice(0, most);
    if (named.length === 0) return [];
    const castAt = later(openedAt, random.next() * 4 * day);
    const chosen = named.map(({ project }) => project.id);
    return [{ voterId, castAt, ballot: { form: "approval" as const, projects: chosen } }];
  });
  return {
    id: timedId(createdAt, random),
    debateId: debates.find(({ question }) => question.startsWith("How do we pay for"))?.id ?? null,
    authorId: idOf("amara"),
    title: "Work that all of us need",
    about:
      "Out of what was left over last year. Projects are **paid in full or not at all**, and what comes of them stays open.",
    currency: "EUR",
    budget: 20_000_00,
    settings: { rule: "equal-shares", form: "approval", most, utility: "cost", completion: "add1" },
    seed: timedId(openedAt, random),
    createdAt,
    openedAt,
    closesAt: daysBefore(now, -6),
    electors: everybody
      .filter(({ joinedAt }) => joinedAt < openedAt)
      .map(({ participantId }) => participantId),
    projects: listed.map(({ project }) => project),
    ballots,
  };
}
