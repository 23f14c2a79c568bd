import { analyse } from "#shared/opinions/analyse.ts";
import type { Analysis } from "#shared/opinions/analysis.ts";
import { folkmoot } from "#shared/opinions/parameter-sets.ts";
import { adjustedRandIndex } from "#shared/opinions/rand-index.ts";
import { ResponseMatrix } from "#shared/opinions/response-matrix.ts";
import type { Responses } from "#shared/opinions/responses.ts";
import { median } from "./figures.ts";
import { type Size, synthetic } from "./opinions-synthetic.ts";
import { timed } from "./tally-votes.ts";

/** What one analysis costs, in a process of its own, so that its memory is its own. */
export interface AnalysisCost {
  /** from columns of responses to the whole result, in ms of processor time */
  readonly full: number;
  /** the same after so many new responses, with what the run before left */
  readonly update: number;
  /** one reading of all responses there and back, with nothing around it */
  readonly reading: number;
  /** the most memory that the process had at any time, what was analysed included */
  readonly megabytes: number;
  /** how well the groups are those that the conversation was made of */
  readonly agreement: number;
}

const newResponses = 1_000;

/** The limit: each response is met twice, with two numbers each time, and nothing is asked about whose it is. */
function bareReading({ codes, size, statements }: ResponseMatrix): number {
  const table = new Float64Array(6 * statements).fill(0.5);
  const sums = new Float64Array(6 * statements);
  let [x, y] = [0, 0];
  for (let at = 0; at < size; at += 1) {
    const place = 2 * (codes[at] ?? 0);
    x += table[place] ?? 0;
    y += table[place + 1] ?? 0;
  }
  for (let at = 0; at < size; at += 1) {
    const place = 2 * (codes[at] ?? 0);
    sums[place] = (sums[place] ?? 0) + x;
    sums[place + 1] = (sums[place + 1] ?? 0) + y;
  }
  return sums[0] ?? 0;
}

function measure(responses: Responses, groupOf: readonly number[]): AnalysisCost {
  let matrix = new ResponseMatrix();
  let last: Analysis | undefined;
  const full = timed(() => {
    matrix = ResponseMatrix.of(responses);
    last = analyse({ matrix }, folkmoot);
  });
  const agreement = adjustedRandIndex([...(last?.groupOf ?? [])], groupOf);
  const updates = Array.from({ length: 15 }, (_, turn) =>
    timed(() => {
      for (let at = 0; at < newResponses; at += 1) {
        const person = (at * 7_919 * (turn + 1)) % responses.people;
        matrix.set(person, (at * 104_729) % responses.statements, (at % 3) - 1);
      }
      last = analyse({ matrix }, folkmoot, last?.memory);
    }),
  );
  return {
    full,
    update: median(updates),
    reading: median([1, 2, 3].map(() => timed(() => bareReading(matrix)))),
    megabytes: process.resourceUsage().maxRSS / 1_024,
    agreement,
  };
}

process.once("message", (size: Size) => {
  const { responses, groupOf } = synthetic(size);
  process.send?.(measure(responses, groupOf), undefined, undefined, () => process.disconnect());
});
