import { powerReport } from "#shared/power-report/report.ts";
import type { NamedCase } from "#shared/power-report/decided-case.ts";
import { powerIndices } from "#shared/power/power-indices.ts";
import { type Figure, median } from "./figures.ts";

const voters = 10_000;
const rounds = 5;
const options = ["one", "other", "third", "fourth"] as const;

/** Tokens as they are held: a few have most, no two the same, in a unit of eighteen decimals. */
const held = Array.from(
  { length: voters },
  (_, at) => BigInt(Math.floor(5e9 / (at + 3)) + ((at * 7_919) % 1_000)) * 10n ** 12n,
);
const total = held.reduce((sum, tokens) => sum + tokens, 0n);

const decided: NamedCase = {
  poll: {
    options,
    settings: { method: "schulze", unranked: "last" },
    quorum: null,
    threshold: null,
    unit: 10n ** 18n,
  },
  weighting: { kind: "token", snapshotId: "" },
  electors: held.map((tokens, at) => {
    return { id: `voter-${at}`, role: "member", tokens, weight: tokens };
  }),
  ballots: held.map((_, at) => ({
    voter: `voter-${at}`,
    ballot: {
      method: "schulze",
      ranking: options.map((__, rank) => [options[(at * 7 + rank) % options.length] ?? ""]),
    },
  })),
  delegations: [],
  capPercent: 10,
};

/** How long it takes to find out who had the power among many who hold tokens, against as long as somebody waits for it. */
export function benchPower(): Promise<Figure[]> {
  const indices = () => powerIndices({ weights: held, quota: total / 2n + 1n }).banzhaf.length;
  const report = () => powerReport(decided).voters.holders;
  return Promise.resolve([
    figure(`power indices of ${voters} voters by tokens`, indices),
    figure(`the power report of ${voters} voters by tokens`, report),
  ]);
}

/** Processor time, so that whatever else runs on the machine matters less. */
function figure(what: string, work: () => number): Figure {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    if (work() !== voters) throw new Error("not all voters were looked at");
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  const limit = { name: "as long as somebody waits", value: 2_000 };
  return { what, ours: median(times), limit, unit: "ms", better: "less", goal: 1 };
}
