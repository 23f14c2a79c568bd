import { meets, narrow, type Trait, traits } from "#shared/finding/narrow.ts";
import { fold, hasAll, wordsOf } from "#shared/finding/words.ts";
import { type Figure, median } from "./figures.ts";

const size = 5_000;
const rounds = 25;

interface Node {
  readonly id: string;
  readonly parent: Node | null;
  readonly authorId: string;
  readonly language: string;
  readonly text: string;
}

const words =
  "Müssen alle Antworten des Modells öffentlich belegt sein, أم لا, 或者不必公開 évidemment?";

/** A tree about eight deep, of claims in several scripts. */
function treeOf(claims: number): Node[] {
  const nodes: Node[] = [];
  for (let n = 0; n < claims; n += 1) {
    const parent = n < 9 ? null : (nodes[Math.floor(n / 3)] ?? null);
    const text = `${words} ${n} ${n % 7 === 0 ? "Quórum" : ""} ${words}`;
    nodes.push({ id: `${n}`, parent, authorId: `${n % 40}`, language: "en", text });
  }
  return nodes;
}

function time(work: () => number): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now();
    const found = work();
    times.push(performance.now() - before);
    if (found === 0) throw new Error("nothing was found");
  }
  return median(times);
}

/** How long searching and narrowing a large debate take, against the time in which nobody notices. */
export function benchFinding(): Promise<Figure[]> {
  const nodes = treeOf(size);
  const having = Object.fromEntries(
    traits.map((trait) => [trait, new Set(nodes.filter((_, n) => n % 5).map(({ id }) => id))]),
  ) as unknown as Record<Trait, Set<string>>;
  const criteria = { only: ["unsourced", "new"], by: "3", in: "en" } as const;
  const folded = nodes.map(({ text }) => fold(text));
  const wanted = wordsOf("quorum 公開 evidemment");
  const figure = (what: string, ours: number): Figure => ({
    what,
    ours,
    limit: { name: "nobody waits", value: 50 },
    unit: "ms",
    better: "less",
    goal: 1,
  });
  return Promise.resolve([
    figure(
      `the first search in ${size} claims`,
      time(() => nodes.filter(({ text }) => hasAll(fold(text), wanted)).length),
    ),
    figure(
      `each further letter of a search in ${size} claims`,
      time(() => folded.filter((text) => hasAll(text, wanted)).length),
    ),
    figure(
      `narrowing ${size} claims`,
      time(() => narrow(nodes, (node) => meets(node, criteria, having)).hits.size),
    ),
  ]);
}
