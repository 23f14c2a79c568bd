import { z } from "zod";
import * as held from "../power/concentration.ts";
import { firstFault } from "./election.ts";
import { CaseNumber, exact, wholeNumbers } from "./exact-number.ts";
import { failure, findOut, NotApplicable, type Area, type Difference } from "./finding.ts";

const area = "concentration";

const ConcentrationCase = z.object({
  values: z.array(CaseNumber.refine((value) => exact(value).num >= 0n, { error: "below 0" })),
  expected: z.record(z.string(), z.number().nullable()),
  tolerance: z.union([z.number(), z.record(z.string(), z.number().nullable())]).nullish(),
});

type Measure = (values: readonly bigint[]) => number;

/** The fewest holders who together have at least so many of a hundred parts. */
function fewest(values: readonly bigint[], percent: number): number {
  const scaled = values.map((value) => value * 100n);
  return held.fewestToReach(scaled, held.sumOf(values) * BigInt(percent)) ?? 0;
}

const measures: Readonly<Record<string, Measure>> = {
  gini: held.gini,
  // Shares in per cent, so that one holder of all is 10,000.
  hhi: (values) => held.herfindahl(values) * 10_000,
  shannonEntropy: held.entropy,
  theil: held.theil,
  maxShare: (values) => held.topShare(values, 1),
  entities: (values) => values.length,
  nakamoto: (values) => fewest(values, 50),
};

/** Measures with a number in their name: nakamoto33, top3Share. */
function measureOf(name: string): Measure | undefined {
  if (Object.hasOwn(measures, name)) return measures[name];
  const percent = /^nakamoto(\d{1,3})$/.exec(name)?.[1];
  if (percent !== undefined) return (values) => fewest(values, Number(percent));
  const holders = /^top(\d{1,6})Share$/.exec(name)?.[1];
  return holders === undefined ? undefined : (values) => held.topShare(values, Number(holders));
}

function compare(got: number, expected: number, tolerance: number): Difference[] {
  return Math.abs(got - expected) <= tolerance ? [] : [{ what: "value", expected, got }];
}

/** How unequally something is held. */
export const concentration: Area = {
  name: area,
  check(id, content) {
    const { data, error } = ConcentrationCase.safeParse(content);
    if (!data) return [failure({ area, id, rule: "case" }, firstFault(error))];
    const { values, expected, tolerance } = data;
    const names = Object.keys(expected);
    if (names.length === 0) return [failure({ area, id, rule: "case" }, "it expects nothing")];
    return names.map((name) =>
      findOut({ area, id, rule: name }, () => {
        const measure = measureOf(name);
        if (!measure) throw new NotApplicable("no measure of this name is computed here");
        const published = expected[name] ?? null;
        if (published === null) throw new NotApplicable("the source has no number for it");
        const off = typeof tolerance === "number" ? tolerance : (tolerance?.[name] ?? 1e-9);
        return compare(measure(wholeNumbers(values).amounts), published, off);
      }),
    );
  },
};
