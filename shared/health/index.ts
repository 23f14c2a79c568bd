/** Of fewer people, cases or promises nothing is told: it would be a guess, or tell of persons. */
export const fewest = 5;
const tenth = 10;

/** What happened in a quarter of a year, named by its first day. */
export interface HealthFacts {
  /** Each decision that closed; `gini` of its voters' power, where that was worked out. */
  readonly decisions: readonly {
    readonly quarter: string;
    readonly cast: number;
    readonly of: number;
    readonly gini: number;
  }[];
  /** Days from each debate's question to its first decision that closed. */
  readonly answered: readonly { readonly quarter: string; readonly days: number }[];
  /** Who wrote: how many, how many of them for the first time, all words, and those of the top tenth. */
  readonly voices: readonly {
    readonly quarter: string;
    readonly people: number;
    readonly fresh: number;
    readonly words: number;
    readonly topWords: number;
  }[];
  /** How many people asked the questions. */
  readonly agenda: readonly { readonly quarter: string; readonly people: number }[];
  readonly appeals: readonly Counted[];
  readonly promises: readonly Counted[];
}

/** So many of all went one way: were overturned, were kept. */
interface Counted {
  readonly quarter: string;
  readonly all: number;
  readonly some: number;
}

export const healthMeasures = [
  "turnout",
  "newVoices",
  "returningVoices",
  "topTenth",
  "concentration",
  "agendaSetters",
  "daysToDecision",
  "appealsOverturned",
  "promisesKept",
] as const;
export type HealthMeasure = (typeof healthMeasures)[number];

/** Each measure of one quarter; null where too few are there to tell it. */
export type HealthPeriod = { readonly from: string } & Readonly<
  Record<HealthMeasure, number | null>
>;

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

/** In whole per cent, rounded down. */
const percent = (some: number, all: number): number => Math.floor((some * 100) / all);

/** A count of people, unless it tells of a few. */
const people = (count: number): number | null => (count > 0 && count < fewest ? null : count);

function shareOf(counted: Counted | undefined): number | null {
  if (!counted || counted.all < fewest) return null;
  return percent(counted.some, counted.all);
}

/** The middle one; of an even number the lower of the two in the middle. */
function medianOf(all: readonly number[]): number | null {
  if (all.length < fewest) return null;
  return all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) / 2)] ?? null;
}

function decided(decisions: HealthFacts["decisions"]) {
  const large = decisions.filter((one) => one.of >= fewest);
  if (large.length === 0) return { turnout: null, concentration: null };
  const of = sum(large.map((one) => one.of));
  const mean = sum(large.map(({ gini }) => gini)) / large.length;
  return {
    turnout: percent(sum(large.map(({ cast }) => cast)), of),
    concentration: Math.round(mean * 100) / 100,
  };
}

function spoken(voices: HealthFacts["voices"][number] | undefined) {
  if (!voices) return { newVoices: 0, returningVoices: 0, topTenth: null };
  const isTold = voices.people >= fewest * tenth && voices.words > 0;
  return {
    newVoices: people(voices.fresh),
    returningVoices: people(voices.people - voices.fresh),
    topTenth: isTold ? percent(voices.topWords, voices.words) : null,
  };
}

/** How a community fared, quarter by quarter in the order given. */
export function healthOf(facts: HealthFacts, quarters: readonly string[]): HealthPeriod[] {
  return quarters.map((from) => {
    const isThen = ({ quarter }: { readonly quarter: string }) => quarter === from;
    return {
      from,
      ...decided(facts.decisions.filter(isThen)),
      ...spoken(facts.voices.find(isThen)),
      agendaSetters: people(facts.agenda.find(isThen)?.people ?? 0),
      daysToDecision: medianOf(facts.answered.filter(isThen).map(({ days }) => days)),
      appealsOverturned: shareOf(facts.appeals.find(isThen)),
      promisesKept: shareOf(facts.promises.find(isThen)),
    };
  });
}
