import { fork } from "node:child_process";
import { once } from "node:events";
import type { AnalysisCost } from "./opinions-child.ts";
import type { Size } from "./opinions-synthetic.ts";
import { benchBridging } from "./bridging.ts";
import type { Figure } from "./figures.ts";
import { benchPublished } from "./opinions-published.ts";
import { benchServedOpinions } from "./opinions-served.ts";

interface Race {
  readonly size: Size;
  /** ms that a full analysis may take, as many as the reference in numpy takes on a quiet machine times six tenths */
  readonly most: number;
  /** as long as so many bare readings of all responses it may take */
  readonly mostReadings: number;
  /** what part of it an update may take: where people are few, little need not be done again */
  readonly updatePart: number;
}

const races: readonly Race[] = [
  {
    size: { people: 10_000, statements: 500, responses: 500_000 },
    most: 600,
    mostReadings: 250,
    updatePart: 0.25,
  },
  {
    size: { people: 100_000, statements: 2_000, responses: 10_000_000 },
    most: 6_000,
    mostReadings: 150,
    updatePart: 0.1,
  },
];
const under = { better: "less", goal: 1 } as const;

async function apart(size: Size): Promise<AnalysisCost> {
  const child = fork(new URL("opinions-child.ts", import.meta.url), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  child.send(size);
  const [cost] = (await once(child, "message")) as [AnalysisCost];
  await once(child, "exit");
  return cost;
}

async function race({ size, most, mostReadings, updatePart }: Race): Promise<Figure[]> {
  const cost = await apart(size);
  const what = `opinions of ${size.people} people, ${size.responses} responses`;
  const limits = {
    reference: { name: "three fifths of numpy", value: most },
    readings: { name: `${mostReadings} bare readings`, value: mostReadings * cost.reading },
    full: { name: "full analysis", value: cost.full },
    memory: { name: "1 GiB", value: 1_024 },
    planted: { name: "as they were made", value: 1 },
  };
  return [
    { what: `${what}: full`, ours: cost.full, limit: limits.reference, unit: "ms", ...under },
    { what: `${what}: full`, ours: cost.full, limit: limits.readings, unit: "ms", ...under },
    {
      what: `${what}: 1,000 more`,
      ours: cost.update,
      limit: limits.full,
      unit: "ms",
      better: "less",
      goal: updatePart,
    },
    {
      what: `${what}: memory at most`,
      ours: cost.megabytes,
      limit: limits.memory,
      unit: "MiB",
      ...under,
    },
    {
      what: `${what}: groups`,
      ours: cost.agreement,
      limit: limits.planted,
      unit: "ARI",
      better: "more",
      goal: 0.8,
    },
  ];
}

/** How long opinion maps take, how much memory, and how well they agree with what is known. */
export async function benchOpinions(): Promise<Figure[]> {
  const figures: Figure[] = benchPublished();
  for (const one of races) figures.push(...(await race(one)));
  return [...figures, ...benchBridging(), ...(await benchServedOpinions())];
}
