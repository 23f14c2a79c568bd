import { type ComponentType, createElement } from "react";
import type { Ballot } from "#shared/voting/index.ts";
import { type MethodId, methodFacts } from "../method-facts.ts";
import { AnswerBallot } from "./answer-ballot.tsx";
import { ApprovalBallot } from "./approval-ballot.tsx";
import type { BallotFormProps } from "./ballot-form.ts";
import { CumulativeBallot } from "./cumulative-ballot.tsx";
import { FundingBallot } from "./funding-ballot.tsx";
import { GradeBallot } from "./grade-ballot.tsx";
import { PluralityBallot } from "./plurality-ballot.tsx";
import { QuadraticBallot } from "./quadratic-ballot.tsx";
import { rankingBallot } from "./ranking-ballot.tsx";
import { scoreBallot } from "./score-ballot.tsx";
import { StanceBallot } from "./stance-ballot.tsx";
import { TimeBallot } from "./time-ballot.tsx";

/** Every method has its ballot form; one that is left out does not compile. */
const ballotForms = {
  plurality: PluralityBallot,
  approval: ApprovalBallot,
  score: scoreBallot("score"),
  star: scoreBallot("star"),
  "majority-judgment": GradeBallot,
  borda: rankingBallot("borda"),
  "two-round": rankingBallot("two-round"),
  irv: rankingBallot("irv"),
  schulze: rankingBallot("schulze"),
  "ranked-pairs": rankingBallot("ranked-pairs"),
  copeland: rankingBallot("copeland"),
  minimax: rankingBallot("minimax"),
  stv: rankingBallot("stv"),
  meek: rankingBallot("meek"),
  cumulative: CumulativeBallot,
  quadratic: QuadraticBallot,
  budget: FundingBallot,
  consent: StanceBallot,
  "yes-no": AnswerBallot,
  "time-poll": TimeBallot,
} satisfies { readonly [M in MethodId]: ComponentType<BallotFormProps<M>> };

/** The form of a decision's method. */
export function BallotForm(props: BallotFormProps) {
  // One of many here: the settings and the ballot in the props are of the method that is looked up.
  const forms: Readonly<Record<MethodId, unknown>> = ballotForms;
  const form = forms[props.settings.method] as ComponentType<BallotFormProps>;
  return createElement(form, props);
}

/** The numbers that a ballot gives to options; null where it says something else. */
export function numbersOn(ballot: Ballot): Readonly<Record<string, number>> | null {
  if ("scores" in ballot) return ballot.scores;
  if ("points" in ballot) return ballot.points;
  if ("votes" in ballot) return ballot.votes;
  return levelsOn(ballot);
}

/** On which level a ballot puts each option that it names; null where it says something else. */
export function levelsOn(ballot: Ballot): Readonly<Record<string, number>> | null {
  if ("grades" in ballot) return ballot.grades;
  if ("availability" in ballot) return ballot.availability;
  return null;
}

/** A ballot that states nothing; to cast it is to take part without a preference. */
export function isBlank(ballot: Ballot): boolean {
  if ("ranking" in ballot) return ballot.ranking.length === 0;
  if ("approved" in ballot) return ballot.approved.length === 0;
  const numbers = numbersOn(ballot);
  return numbers !== null && Object.keys(numbers).length === 0;
}

/** What a voter casts who has filled in nothing; null where the method needs a choice. */
export function blankBallot(method: MethodId): Ballot | null {
  switch (methodFacts[method].kind) {
    case "choice":
    case "answer":
    case "stance":
      return null;
    case "approval":
      return { method, approved: [] } as Ballot;
    case "ranking":
      return { method, ranking: [] } as Ballot;
    case "scores":
      return { method, scores: {} } as Ballot;
    case "points":
      return { method, points: {} } as Ballot;
    case "votes":
      return { method, votes: {} } as Ballot;
    case "grades":
      return { method, grades: {} } as Ballot;
    case "availability":
      return { method, availability: {} } as Ballot;
  }
}

/** Whether two ballots say the same. */
export function isSameBallot(one: Ballot | null, other: Ballot | null): boolean {
  return canonical(one) === canonical(other);
}

/** What a ballot names alone. */
function namedOn(ballot: Ballot): string {
  if ("choice" in ballot) return ballot.choice;
  if ("answer" in ballot) return ballot.answer;
  return "stance" in ballot ? `${ballot.stance} ${ballot.reason.trim()}` : "";
}

/** The order of numbers and approvals, and of options that share a rank, says nothing. */
function canonical(ballot: Ballot | null): string {
  if (ballot === null) return "";
  if ("ranking" in ballot) return JSON.stringify(ballot.ranking.map((group) => group.toSorted()));
  if ("approved" in ballot) return ballot.approved.toSorted().join();
  const numbers = numbersOn(ballot);
  return numbers === null
    ? namedOn(ballot)
    : JSON.stringify(Object.entries(numbers).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
