import { drawsFrom } from "#shared/opinions/draws.ts";
import type { Responses } from "#shared/opinions/responses.ts";

export interface Size {
  readonly people: number;
  readonly statements: number;
  readonly responses: number;
}

export interface Synthetic {
  readonly responses: Responses;
  /** the group that each person was made of */
  readonly groupOf: readonly number[];
}

const shares = [0.5, 0.8, 1];

/**
 * A conversation of three opinion groups of half, three tenths and a fifth of all people: each has a leaning on every
 * statement, people waver around it, and a few answer much more than most. The same in every run.
 */
export function synthetic({ people, statements, responses }: Size): Synthetic {
  const draw = drawsFrom(11);
  const normal = () => Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw());
  const leaning = leanings(statements, draw, normal);
  const groupOf = Array.from({ length: people }, () => {
    const drawn = draw();
    return shares.findIndex((share) => drawn < share);
  });
  const counts = countsOf({ people, statements, responses }, draw);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const person = new Uint32Array(total);
  const statement = new Uint16Array(total);
  const value = new Int8Array(total);
  const order = Uint16Array.from({ length: statements }, (_, at) => at);
  let row = 0;
  for (let who = 0; who < people; who += 1) {
    const own = leaning[groupOf[who] ?? 0];
    for (let nth = 0; nth < (counts[who] ?? 0); nth += 1) {
      const other = nth + Math.floor(draw() * (statements - nth));
      const chosen = order[other] ?? 0;
      order[other] = order[nth] ?? 0;
      order[nth] = chosen;
      const felt = (own?.[chosen] ?? 0) + 0.9 * normal();
      person[row] = who;
      statement[row] = chosen;
      value[row] = felt > 0.25 ? 1 : felt < -0.25 ? -1 : 0;
      row += 1;
    }
  }
  return { responses: { people, statements, person, statement, value }, groupOf };
}

/** What each group leans to on each statement; on some, all lean the same way. */
function leanings(statements: number, draw: () => number, normal: () => number): Float64Array[] {
  const all = shares.map(() => Float64Array.from({ length: statements }, () => 1.2 * normal()));
  for (let at = 0; at < statements; at += 1) {
    if (draw() < 0.15) for (const one of all) one[at] = 1.5;
  }
  return all;
}

/** How much each answers: at least seven, most little, a few nearly everything. */
function countsOf({ people, statements, responses }: Size, draw: () => number): Uint32Array {
  const counts = Uint32Array.from({ length: people }, () => {
    const much = Math.floor((-Math.log(draw()) * responses) / people);
    return Math.min(statements, Math.max(7, much));
  });
  let left = responses - counts.reduce((sum, count) => sum + count, 0);
  while (left !== 0) {
    const who = Math.floor(draw() * people);
    const step = Math.sign(left);
    const next = (counts[who] ?? 0) + step;
    if (next < 7 || next > statements) continue;
    counts[who] = next;
    left -= step;
  }
  return counts;
}
