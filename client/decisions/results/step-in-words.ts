import type { Step } from "#shared/voting/method.ts";
import type { StepCode } from "#shared/voting/index.ts";
import type { Words } from "../words.ts";

/** What a step's sentence needs besides the step. */
export interface Telling {
  readonly words: Words;
  readonly titleOf: (option: string) => string;
  /** Amounts are whole numbers of one part in so many. */
  readonly denominator: number;
  /** What grades are called, the lowest first. */
  readonly levels?: readonly string[] | undefined;
}

/** An exact amount as text. */
export function amountText(
  amount: bigint,
  { words, denominator }: Pick<Telling, "words" | "denominator">,
): string {
  return denominator === 1 ? words.number(amount) : words.number(Number(amount) / denominator);
}

/** Of which options the sentence says something: they decide between "is" and "are". */
const subjects = ["winner", "next", "eliminated", "chosen", "between", "smithSet", "these"];

function countOf({ options }: Step): number {
  const first = subjects.map((name) => options[name]).find((list) => list && list.length > 0);
  return first?.length ?? 1;
}

/** One step of an explanation as a sentence. */
export function stepInWords(step: Step<StepCode>, telling: Telling): string {
  const { words, titleOf } = telling;
  const named = Object.entries(step.options).map(([name, list]): [string, string] => [
    name,
    words.titles(list.map(titleOf)),
  ]);
  const amounts = Object.entries(step.amounts).map(([name, amount]): [string, string] => [
    name,
    // A grade is one of a few words, not an amount of anything.
    name === "grade"
      ? (telling.levels?.[Number(amount)] ?? words.number(amount))
      : amountText(amount, telling),
  ]);
  const counts = Object.entries(step.counts).map(([name, count]): [string, string] => [
    name,
    words.number(count),
  ]);
  return words.t(`step.${step.code}`, {
    ...Object.fromEntries([...named, ...amounts, ...counts]),
    count: countOf(step),
  });
}
