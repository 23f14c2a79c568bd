import { runInNewContext } from "node:vm";
import { setFlagsFromString } from "node:v8";
import type pg from "pg";
import type { ExportFormat } from "#shared/contract/transfer.ts";
import type { Person } from "../../testing/person.ts";
import { type Figure, median } from "./figures.ts";

const rounds = 9;
const formats = ["bundle", "markdown", "csv"] as const satisfies readonly ExportFormat[];

interface Scene {
  readonly communityId: string;
  readonly debateId: string;
  readonly owner: Person;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

interface Cost {
  readonly ms: number;
  /** How much more memory was in use at the worst moment. */
  readonly megabytes: number;
}

/** What something takes, and how much it holds at once; `look` is called by the work while it holds the most. */
async function costOf(work: (look: () => void) => Promise<void>): Promise<Cost> {
  collect();
  const used = () => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const start = used();
  let most = start;
  const look = () => {
    most = Math.max(most, used());
  };
  const looking = setInterval(look, 2);
  const before = performance.now();
  await work(look);
  const ms = performance.now() - before;
  clearInterval(looking);
  return { ms, megabytes: (most - start) / 1_000_000 };
}

/** A debate taken away as a file over HTTP, against its rows as one JSON text: how long it takes, and how much it holds. */
export async function benchExports(
  client: pg.Client,
  { communityId, debateId, owner }: Scene,
  size: number,
): Promise<Figure[]> {
  const path = `/api/communities/${communityId}/debates/${debateId}/export`;
  const ours = new Map<ExportFormat, Cost[]>(formats.map((format) => [format, []]));
  const bare: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await costOf((look) => bareJson(client, [communityId, debateId], look)));
    for (const format of formats) {
      const cost = await costOf(() => discard(owner, `${path}/${format}`, size));
      ours.get(format)?.push(cost);
    }
  }
  const middle = (costs: readonly Cost[] = [], key: keyof Cost) =>
    median(costs.map((cost) => cost[key]));
  return formats.flatMap((format) => {
    const costs = ours.get(format);
    const what = `a debate with ${size} claims as ${format}`;
    const figure = (key: keyof Cost, unit: string): Figure => ({
      what: key === "ms" ? what : `the same, memory that it holds`,
      ours: middle(costs, key),
      limit: { name: "bare SQL and JSON", value: middle(bare, key) },
      unit,
      better: "less",
      goal: 2,
    });
    return [figure("ms", "ms"), figure("megabytes", "MB")];
  });
}

/** Reads a download as it comes, and keeps nothing of it. */
async function discard(owner: Person, path: string, size: number): Promise<void> {
  const response = await owner.send(path, { headers: { "accept-encoding": "identity" } });
  let bytes = 0;
  for await (const chunk of response.body ?? []) bytes += (chunk as Uint8Array).byteLength;
  if (!response.ok || bytes < size * 20) throw new Error("not the whole debate");
}

const tables = ["positions", "claims", "edges", "evidence", "truth_ratings", "relevance_ratings"];

async function bareJson(client: pg.Client, at: readonly string[], look: () => void): Promise<void> {
  const read = (table: string) =>
    client.query({
      name: `all ${table}`,
      text: `select * from ${table} where community_id = $1 and debate_id = $2`,
      values: [...at],
    });
  const all = [];
  for (const table of tables) all.push((await read(table)).rows);
  const bytes = Buffer.from(JSON.stringify(all));
  look();
  if (bytes.length === 0) throw new Error("there is nothing");
}
