import { z } from "zod";
import { powerIndices, type PowerIndices, type WeightedVoters } from "../power/power-indices.ts";
import { firstFault } from "./election.ts";
import { CaseNumber, exact, wholeNumbers } from "./exact-number.ts";
import { failure, findOut, NotApplicable, type Area, type Difference } from "./finding.ts";

const area = "power";

const PowerCase = z.object({
  quota: CaseNumber,
  weights: z.array(CaseNumber).min(1),
  rule: z.string().nullish(),
  expected: z.record(z.string(), z.unknown()),
  tolerance: z.number().nullish(),
});
const Indices = z.array(CaseNumber);

const indices: Readonly<Record<string, (found: PowerIndices) => readonly number[]>> = {
  banzhafNormalised: ({ banzhafShare }) => banzhafShare,
  banzhafAbsolute: ({ banzhaf }) => banzhaf,
  shapleyShubik: (found) => found.shapleyShubik,
};

/** The usual reading is that the quota itself wins; some say that more than it is needed. */
function gameOf({ quota, weights, rule: told }: z.infer<typeof PowerCase>): WeightedVoters {
  const rule = told ?? ">=";
  const { amounts } = wholeNumbers([quota, ...weights]);
  const [needed = 0n, ...held] = amounts;
  if (rule.includes(">=") || rule.includes("≥")) return { quota: needed, weights: held };
  if (rule.includes(">")) return { quota: needed + 1n, weights: held };
  throw new NotApplicable(`a coalition wins from the quota on, or above it; this says: ${rule}`);
}

function compare(
  [index, method]: readonly [readonly number[], PowerIndices["method"]],
  published: unknown,
  tolerance = 1e-9,
): Difference[] {
  const about = method === "exact" ? "" : " (approximated)";
  const wanted = Indices.safeParse(published);
  if (!wanted.success) return [{ what: "expected", expected: "a list of numbers", got: published }];
  const found = wanted.data.flatMap((value, at): Difference[] => {
    const got = index[at] ?? Number.NaN;
    const { num, den } = exact(value);
    const isMet = Math.abs(Number(num) / Number(den) - got) <= tolerance;
    return isMet ? [] : [{ what: `voter ${at + 1}${about}`, expected: value, got }];
  });
  const sizes = { expected: wanted.data.length, got: index.length };
  return sizes.expected === sizes.got ? found : [...found, { what: "number of voters", ...sizes }];
}

/** Indices of power in votes by weight. */
export const power: Area = {
  name: area,
  check(id, content) {
    const { data, error } = PowerCase.safeParse(content);
    if (!data) return [failure({ area, id, rule: "case" }, firstFault(error))];
    const names = Object.keys(data.expected);
    if (names.length === 0) return [failure({ area, id, rule: "case" }, "it expects nothing")];
    return names.map((name) =>
      findOut({ area, id, rule: name }, () => {
        const index = Object.hasOwn(indices, name) ? indices[name] : undefined;
        if (!index) throw new NotApplicable("no index of this name is computed here");
        if (data.expected[name] === null)
          throw new NotApplicable("the source has no number for it");
        const found = powerIndices(gameOf(data));
        const ours = [index(found), found.method] as const;
        return compare(ours, data.expected[name], data.tolerance ?? undefined);
      }),
    );
  },
};
