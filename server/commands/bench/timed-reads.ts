import type { Person } from "../../testing/person.ts";
import { median } from "./figures.ts";

const rounds = 9;

/** How long some work takes, in ms: the middle of several times. */
export async function repeated(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now();
    await work();
    times.push(performance.now() - before);
  }
  return median(times);
}

/** Reads what is at a path to its end; only a good answer counts. */
export async function readWhole(person: Person, path: string): Promise<void> {
  const reply = await person.send(path);
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  for await (const piece of reply.body ?? []) void piece;
}
