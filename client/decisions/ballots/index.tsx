import { type ComponentType, createElement } from "react";
import type { Ballot } from "#shared/voting/index.ts";
import type { MethodId } from "../method-facts.ts";
import { ApprovalBallot } from "./approval-ballot.tsx";
import type { BallotFormProps } from "./ballot-form.ts";
import { IrvBallot } from "./irv-ballot.tsx";
import { pairBallot } from "./pair-ballot.tsx";
import { PluralityBallot } from "./plurality-ballot.tsx";
import { ScoreBallot } from "./score-ballot.tsx";

/** Every method has its ballot form; one that is left out does not compile. */
const ballotForms = {
  plurality: PluralityBallot,
  approval: ApprovalBallot,
  score: ScoreBallot,
  irv: IrvBallot,
  schulze: pairBallot("schulze"),
  "ranked-pairs": pairBallot("ranked-pairs"),
  copeland: pairBallot("copeland"),
  minimax: pairBallot("minimax"),
} satisfies { readonly [M in MethodId]: ComponentType<BallotFormProps<M>> };

/** The form of a decision's method. */
export function BallotForm(props: BallotFormProps) {
  // One of many here: the settings and the ballot in the props are of the method that is looked up.
  const forms: Readonly<Record<MethodId, unknown>> = ballotForms;
  const form = forms[props.settings.method] as ComponentType<BallotFormProps>;
  return createElement(form, props);
}

/** A ballot that states nothing; to cast it is to take part without a preference. */
export function isBlank(ballot: Ballot): boolean {
  switch (ballot.method) {
    case "plurality":
      return false;
    case "approval":
      return ballot.approved.length === 0;
    case "score":
      return Object.keys(ballot.scores).length === 0;
    case "irv":
    case "schulze":
    case "ranked-pairs":
    case "copeland":
    case "minimax":
      return ballot.ranking.length === 0;
  }
}

/** What a voter casts who has filled in nothing; null where the method needs a choice. */
export function blankBallot(method: MethodId): Ballot | null {
  switch (method) {
    case "plurality":
      return null;
    case "approval":
      return { method, approved: [] };
    case "score":
      return { method, scores: {} };
    case "irv":
    case "schulze":
    case "ranked-pairs":
    case "copeland":
    case "minimax":
      return { method, ranking: [] };
  }
}

/** Whether two ballots say the same. */
export function isSameBallot(one: Ballot | null, other: Ballot | null): boolean {
  return canonical(one) === canonical(other);
}

/** The order of scores and approvals, and of options that share a rank, says nothing. */
function canonical(ballot: Ballot | null): string {
  switch (ballot?.method) {
    case undefined:
      return "";
    case "plurality":
      return ballot.choice;
    case "approval":
      return ballot.approved.toSorted().join();
    case "score":
      return JSON.stringify(Object.entries(ballot.scores).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    case "irv":
    case "schulze":
    case "ranked-pairs":
    case "copeland":
    case "minimax":
      return JSON.stringify(ballot.ranking.map((group) => group.toSorted()));
  }
}
