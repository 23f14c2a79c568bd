import fc from "fast-check";
import { endpoints } from "#shared/contract/index.ts";
import type { TestServer } from "../testing/server.ts";
import { judge, triesFor } from "./testing-fuzz.ts";
import { takeTour, type Toured } from "./testing-tour.ts";

/** Operations that take away what others need come last. */
const takesAway =
  /^(move|schedule|leave|remove|changeRole|handOver|editCommunity|sign|end|changePassword|changeEmail|reset|annul|cancel|open|withdraw|retire)/;

export interface FuzzOptions {
  readonly casesPerOperation: number;
  readonly seed: number;
}

/** Calls every operation with requests that are right, nearly right and wrong; tells what came of it. */
export async function fuzz(server: TestServer, { casesPerOperation, seed }: FuzzOptions) {
  const toured = await takeTour(server);
  const ids = idsIn(toured);
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  const used = new Set(toured.steps.map(({ contract }) => contract.name));
  const names = [...used].toSorted((a, b) => Number(takesAway.test(a)) - Number(takesAway.test(b)));
  for (const [at, name] of names.entries()) {
    await toured.comeBack();
    const steps = toured.steps.filter(({ contract }) => contract.name === name);
    const tries = fc.sample(triesFor(steps, toured, ids), {
      numRuns: casesPerOperation,
      seed: seed + at,
    });
    for (const one of tries) {
      const { status, faults: found } = await judge(one);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const { params, query, body, headers } = one;
      const sent = JSON.stringify({ params, query, body, headers }).slice(0, 600);
      faults.push(...found.map((fault) => `${name}: ${fault.slice(0, 300)} for ${sent}`));
    }
  }
  const unused = endpoints.filter((endpoint) => !used.has(endpoint.name));
  return {
    faults,
    statuses: Object.fromEntries(statuses),
    unused: unused.map(({ name }) => name),
    operations: names.length,
  };
}

function idsIn({ steps }: Toured): string[] {
  const found = JSON.stringify(steps.map(({ input }) => input)).match(
    /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g,
  );
  return [...new Set(found)];
}
