import type { OpinionMap } from "#shared/contract/opinions.ts";
import type { Recomputed } from "#shared/opinions/run-document.ts";
import { runMap } from "#shared/opinions/run-map.ts";
import { isSameJson } from "#shared/opinions/same-json.ts";
import type { Scores } from "#shared/opinions/scores.ts";

/** The parts of a map, in the order in which they are compared. */
export const mapParts = [
  "facts",
  "statements",
  "groups",
  "bridges",
  "divisive",
  "uncertain",
  "majorities",
  "points",
] as const;
export type MapPart = (typeof mapParts)[number];

type Parts = Record<MapPart, unknown>;
type Remade = ReturnType<typeof remake>;

const none: Scores = { drawn: null, circles: [], before: undefined, items: [] };

const remake = ({ conversation, parameters, analysis, scores = none }: Recomputed) =>
  runMap({ conversation, parameters, analysis, scores });

/**
 * The first part of a map that is shown otherwise than it comes out when it is made again; null where all are the same.
 * What the page doesn't show, because the reader has not answered it yet, is not compared.
 */
export function firstDifference(shown: OpinionMap, recomputed: Recomputed): MapPart | null {
  const remade = remake(recomputed);
  const [one, other] = [partsShown(shown, remade), partsMade(remade, { shown, recomputed })];
  return mapParts.find((part) => !isSameJson(one[part], other[part])) ?? null;
}

type Facts = (typeof factNames)[number];
const factNames = [
  "parameters",
  "people",
  "peopleIn",
  "statementsIn",
  "responses",
  "isSettled",
  "obscurity",
  "wasBrokenOff",
  "correlated",
  "drawn",
  "stability",
  "silhouette",
  "strengths",
] as const;

const factsIn = (map: Record<Facts, unknown>) => factNames.map((name) => map[name]);

/** A group but for what is typical of it. */
const placeOf = (group: Remade["groups"][number] | OpinionMap["groups"][number]) => {
  const { number, people, x, y, stability, hull } = group;
  return { number, people, x, y, stability, hull };
};

/** A map that is shown, with statements by their numbers in the run: those stand in its list in the same order. */
function partsShown(shown: OpinionMap, { statements }: Remade): Parts {
  const numbers = new Map(
    shown.statements.map(({ statementId }, place) => [statementId, statements[place]?.statement]),
  );
  const numberOf = (statementId: string) => numbers.get(statementId) ?? -1;
  const stance = <T extends { statementId: string }>({ statementId, ...rest }: T) => ({
    statement: numberOf(statementId),
    ...rest,
  });
  return {
    facts: factsIn(shown),
    statements: shown.statements.map(stance),
    groups: shown.groups.map((group) => {
      return { ...placeOf(group), typical: group.typical.map(stance) };
    }),
    bridges: shown.bridges.map(stance),
    divisive: shown.divisive.map(numberOf),
    uncertain: shown.uncertain.map(numberOf),
    majorities: shown.majorities.map(stance),
    points: shown.points,
  };
}

interface Compared {
  readonly shown: OpinionMap;
  readonly recomputed: Recomputed;
}

/** The same of a map that was made again, as far as the other shows it. */
function partsMade(remade: Remade, { shown, recomputed }: Compared): Parts {
  const open = new Set(
    remade.statements.flatMap(({ statement }, place) =>
      shown.statements[place]?.figures ? [statement] : [],
    ),
  );
  const isOpen = (statement: number) => open.has(statement);
  const isOpenIn = (one: { readonly statement: number }) => isOpen(one.statement);
  const { parameters, analysis } = recomputed;
  const isSettled = remade.obscurity === null;
  return {
    facts: factsIn({ ...analysis, ...remade, parameters: parameters.name, isSettled }),
    statements: remade.statements.map(({ statement, x, y, extremity, ...one }) => {
      const { counts, byGroup, agreement, rejection, divisiveness, bridging } = one;
      const figures = { counts, byGroup, agreement, rejection, divisiveness, bridging };
      return { statement, x, y, extremity, figures: isOpen(statement) ? figures : null };
    }),
    groups: remade.groups.map((group) => ({
      ...placeOf(group),
      typical: group.typical.filter(isOpenIn).map(({ successes: count, trials: of, ...one }) => {
        const { statement, side, share, ratio, isSignificant } = one;
        return { statement, side, count, of, share, ratio, isSignificant };
      }),
    })),
    bridges: remade.bridges.filter(isOpenIn),
    divisive: remade.divisive.filter(isOpen),
    uncertain: remade.uncertain.filter(isOpen),
    majorities: remade.majorities.filter(isOpenIn),
    points: remade.points,
  };
}
