import type { CrowdMember } from "./crowd.ts";
import { daysBefore, hour, later } from "./days.ts";
import { timedId } from "./ids.ts";
import type { PersonKey } from "./people.ts";
import { between, type Random, seededRandom } from "./random.ts";
import type { DemoEntry, DemoTreasury } from "./work-plan.ts";

const currency = "EUR";

/** What is to be spent in a year, in whole euros. */
const lines = [
  { title: "Machines and power", planned: 96_000 },
  { title: "Audits", planned: 15_000 },
  { title: "Translation", planned: 6_000 },
  { title: "Harm", planned: 5_000 },
] as const;
type LineTitle = (typeof lines)[number]["title"];

interface Flow {
  readonly kind: "in" | "out";
  readonly party: string;
  readonly what: string;
  readonly line?: LineTitle;
  /** Whole euros: in the first month and in the last one. */
  readonly from: number;
  readonly to: number;
  /** Every so many months. */
  readonly every: number;
}

const flows: readonly Flow[] = [
  {
    kind: "in",
    party: "Harbour Foundation",
    what: "Grant, by the month",
    from: 6_000,
    to: 6_000,
    every: 1,
  },
  {
    kind: "in",
    party: "Dues of members",
    what: "Dues",
    from: 900,
    to: 1_900,
    every: 1,
  },
  {
    kind: "in",
    party: "Hosted endpoints",
    what: "Fees of use",
    from: 700,
    to: 2_400,
    every: 1,
  },
  {
    kind: "in",
    party: "Civic Data Trust",
    what: "For the audit of the release",
    from: 4_000,
    to: 4_000,
    every: 6,
  },
  {
    kind: "out",
    party: "Node operators",
    what: "Training and power",
    line: "Machines and power",
    from: 6_200,
    to: 8_100,
    every: 1,
  },
  {
    kind: "out",
    party: "Translators",
    what: "Statements and guides",
    line: "Translation",
    from: 380,
    to: 560,
    every: 1,
  },
  {
    kind: "out",
    party: "Auditors of the release",
    what: "Audit of bias",
    line: "Audits",
    from: 3_500,
    to: 3_900,
    every: 4,
  },
];

const months = 13;

/** A year of a treasury that one funder pays more than half of; what two people looked at, and what waits for the second. */
export function makeTreasury(
  everybody: readonly CrowdMember[],
  { now, seed }: { now: Date; seed: string },
): DemoTreasury {
  const random = seededRandom(`${seed}/treasury`);
  const idOf = (key: PersonKey) => everybody.find((one) => one.key === key)?.participantId ?? "";
  const keepers = [idOf("jonas"), idOf("amara"), idOf("priya")] as const;
  const plannedAt = daysBefore(now, 395);
  const budget = lines.map(({ title, planned }) => ({
    id: timedId(plannedAt, random),
    title,
    currency,
    planned: planned * 100,
    createdAt: plannedAt,
  }));
  const entries = Array.from({ length: months }, (_, month) =>
    flows
      .filter(({ every }) => (months - 1 - month) % every === 0)
      .map((flow, at) => entryOf(flow, { month, at, now, random })),
  ).flat();
  const by = entries.map((entry, at) => ({
    ...entry,
    lineId: budget.find(({ title }) => title === entry.line)?.id ?? null,
    enteredById: keepers[at % 3] ?? keepers[0],
    settledById: keepers[(at + 1) % 3] ?? keepers[1],
  }));
  const lastAt = later(now, -20 * hour);
  const waiting: DemoEntry = {
    id: timedId(lastAt, random),
    kind: "out",
    amount: 96_000,
    currency,
    day: dayOf(lastAt),
    party: "Town hall",
    what: "Room for the yearly meeting",
    lineId: null,
    enteredById: keepers[0],
    createdAt: lastAt,
    settledById: null,
  };
  return { plannedById: keepers[1], lines: budget, entries: [...by.map(withoutLine), waiting] };
}

const dayOf = (time: Date) => time.toISOString().slice(0, 10);

interface Turn {
  readonly month: number;
  readonly at: number;
  readonly now: Date;
  readonly random: Random;
}

function entryOf(flow: Flow, { month, at, now, random }: Turn) {
  const { kind, party, what, line, from, to } = flow;
  const middle = from + ((to - from) * month) / (months - 1);
  const swing = from === to ? 1 : between(random, [0.93, 1.07]);
  const createdAt = later(daysBefore(now, (months - 1 - month) * 30 + 9), at * hour);
  const amount = Math.round(middle * swing) * 100;
  const made = { id: timedId(createdAt, random), day: dayOf(createdAt), createdAt };
  return { ...made, kind, amount, currency, party, what, line };
}

const withoutLine = ({ line: _line, ...entry }: DemoEntry & { line?: unknown }): DemoEntry => entry;
