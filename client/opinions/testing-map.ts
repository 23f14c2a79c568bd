import type { OpinionMap } from "#shared/contract/opinions.ts";

const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const votes = (agrees: number, disagrees: number) => ({ agrees, disagrees, passes: 0 });

type Counts = ReturnType<typeof votes>;

function statement(number: number, a: Counts, b: Counts): OpinionMap["statements"][number] {
  const share = (counts: Counts, key: "agrees" | "disagrees") =>
    (counts[key] + 1) / (counts.agrees + counts.disagrees + 2);
  const consensus = (key: "agrees" | "disagrees") => {
    const product = share(a, key) * share(b, key);
    const least = Math.min(share(a, key), share(b, key));
    return { product, mean: Math.sqrt(product), least };
  };
  return {
    statementId: idOf(number),
    x: 0,
    y: 0,
    extremity: 0,
    figures: {
      counts: votes(a.agrees + b.agrees, a.disagrees + b.disagrees),
      byGroup: [
        { group: 0, ...a },
        { group: 1, ...b },
      ],
      agreement: consensus("agrees"),
      rejection: consensus("disagrees"),
      divisiveness: Math.abs(share(a, "agrees") - share(b, "agrees")),
      bridging: { score: null, raters: 30, shortage: "few-raters" },
    },
  };
}

/** A map of two groups: both agree with the first statement, the second divides them, and of a third nothing is sure. */
export function mapOf(change: Partial<OpinionMap> = {}): OpinionMap {
  const group = (number: number, people: number, x: number) => ({
    number,
    name: null,
    people,
    x,
    y: 0,
    stability: 0.95,
    hull: [[x, 0] as [number, number]],
    typical: [
      {
        statementId: idOf(1),
        side: number === 0 ? ("agree" as const) : ("disagree" as const),
        count: people,
        of: people,
        share: 0.9,
        ratio: 9,
        isSignificant: true,
      },
    ],
  });
  return {
    runId: idOf(9),
    computedAt: "2026-03-01T14:32:00.000Z",
    algorithm: "folkmoot-opinions-3",
    parameters: "folkmoot",
    inputHash: "a".repeat(64),
    people: 32,
    peopleIn: 30,
    statementsIn: 3,
    responses: 90,
    isSettled: true,
    obscurity: null,
    stability: 0.95,
    silhouette: 0.8,
    strengths: [0.7, 0.1],
    groups: [group(0, 20, -1), group(1, 10, 1)],
    statements: [
      statement(0, votes(19, 1), votes(9, 1)),
      statement(1, votes(20, 0), votes(0, 10)),
      statement(2, votes(10, 10), votes(5, 5)),
    ],
    bridges: [{ statementId: idOf(0), side: "agree" }],
    divisive: [idOf(1)],
    uncertain: [],
    majorities: [{ statementId: idOf(0), side: "agree" }],
    points: { step: 0.01, x: [-100, 100], y: [0, 0], group: [0, 1] },
    you: { x: -1, y: 0, group: 0, responses: 3, leftOut: null },
    correlated: 0,
    drawn: null,
    wasBrokenOff: false,
    ...change,
  };
}
