import { Ballot, methods, type Settings } from "../voting/index.ts";
import type { BallotKind } from "../voting/method.ts";

/** A change of mind: from one option to another, as far as a ballot can say it. */
export interface Switch {
  readonly from: string;
  readonly to: string;
}

/** Ballots and settings seen as one of many, whatever the method. */
type Fields = Readonly<Record<string, unknown>>;

const numberIn = (settings: Fields, name: string) => Number(settings[name] ?? 0);

function ranked(ballot: Fields, { from, to }: Switch) {
  const before = (ballot["ranking"] ?? []) as readonly (readonly string[])[];
  const others = before
    .map((group) => group.filter((option) => option !== from && option !== to))
    .filter((group) => group.length > 0);
  const wasRanked = before.some((group) => group.includes(from));
  return { ranking: [[to], ...others, ...(wasRanked ? [[from]] : [])] };
}

/** The most that credits buy for one option and, where the decision allows it, against another. */
function boughtVotes(settings: Fields, { from, to }: Switch) {
  const credits = numberIn(settings, "credits");
  const most = Math.floor(Math.sqrt(credits));
  let best = { votes: most, against: 0 };
  if (settings["against"] === true) {
    for (let votes = 0; votes <= most; votes += 1) {
      const against = Math.floor(Math.sqrt(credits - votes * votes));
      if (votes + against > best.votes + best.against) best = { votes, against };
    }
  }
  const { votes, against } = best;
  return { votes: { [to]: votes, ...(against > 0 ? { [from]: -against } : {}) } };
}

const byKind: Readonly<
  Record<BallotKind, (ballot: Fields, change: Switch, settings: Fields) => Fields>
> = {
  choice: (_, { to }) => ({ choice: to }),
  approval: (_, { to }) => ({ approved: [to] }),
  ranking: (ballot, change) => ranked(ballot, change),
  scores: (_, { to }, settings) => ({ scores: { [to]: numberIn(settings, "maxScore") } }),
  grades: (_, { to }, settings) => ({ grades: { [to]: numberIn(settings, "grades") - 1 } }),
  points: (_, { to }, settings) => ({ points: { [to]: numberIn(settings, "credits") } }),
  votes: (_, change, settings) => boughtVotes(settings, change),
  availability: (_, { to }) => ({ availability: { [to]: 2 } }),
  answer: (_, { to }) => ({ answer: to }),
  stance: (_, { to }) => ({ stance: to, reason: "" }),
};

const kindOf = (method: Settings["method"]): BallotKind => methods[method].ballotKind;

/** What somebody's ballot becomes who now wants one option, and not the other. */
export function switchedBallot(ballot: Ballot, change: Switch, settings: Settings): Ballot {
  const { method } = settings;
  return Ballot.parse({ method, ...byKind[kindOf(method)](ballot, change, settings) });
}

/** A ballot of somebody who wants this option and cares for nothing else. */
export function ballotFor(option: string, settings: Settings): Ballot {
  const { method } = settings;
  return Ballot.parse({
    method,
    ...byKind[kindOf(method)]({}, { from: "", to: option }, settings),
  });
}

type Numbers = Readonly<Record<string, number>>;
const numbers = (field: string) => (ballot: Fields, option: string) =>
  (ballot[field] as Numbers)[option] ?? 0;
const isSaid = (field: string) => (ballot: Fields, option: string) =>
  Number(ballot[field] === option);

function placeInRanking(ballot: Fields, option: string): number {
  const ranking = ballot["ranking"] as readonly (readonly string[])[];
  const rank = ranking.findIndex((group) => group.includes(option));
  return rank === -1 ? 0 : ranking.length - rank;
}

const worths: Readonly<Record<BallotKind, (ballot: Fields, option: string) => number>> = {
  choice: isSaid("choice"),
  approval: ({ approved }, option) => Number((approved as readonly string[]).includes(option)),
  ranking: placeInRanking,
  scores: numbers("scores"),
  grades: numbers("grades"),
  points: numbers("points"),
  votes: numbers("votes"),
  availability: numbers("availability"),
  answer: isSaid("answer"),
  stance: isSaid("stance"),
};

/** What a ballot gives an option, as a number that can be compared with what it gives another. */
export function worthIn(ballot: Ballot, option: string): number {
  return worths[kindOf(ballot.method)](ballot, option);
}
