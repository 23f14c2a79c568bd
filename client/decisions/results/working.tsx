import { type ComponentType, createElement, useId } from "react";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { explainTally } from "#shared/voting/index.ts";
import { type Tally, tallyFromJson } from "#shared/voting/tally.ts";
import { Icon } from "../../ui/icons.tsx";
import { levelsInWords } from "../level-words.ts";
import type { MethodId } from "../method-facts.ts";
import { useWords } from "../words.ts";
import { carriedIn } from "./carried-in.ts";
import { FundingResult } from "./funding-result.tsx";
import { LevelBars } from "./level-bars.tsx";
import { PairMatrix } from "./pair-matrix.tsx";
import type { PictureProps } from "./picture.ts";
import { ProposalResult } from "./proposal-result.tsx";
import { Rounds } from "./rounds.tsx";
import { ScoreBars } from "./score-bars.tsx";
import { StarResult } from "./star-result.tsx";
import { stepInWords } from "./step-in-words.ts";

/** Every method has a picture of its results; one that is left out does not compile. */
const pictures = {
  plurality: ScoreBars,
  approval: ScoreBars,
  score: ScoreBars,
  star: StarResult,
  "majority-judgment": LevelBars,
  borda: ScoreBars,
  "two-round": Rounds,
  irv: Rounds,
  schulze: PairMatrix,
  "ranked-pairs": PairMatrix,
  copeland: PairMatrix,
  minimax: PairMatrix,
  stv: Rounds,
  meek: Rounds,
  cumulative: ScoreBars,
  quadratic: ScoreBars,
  budget: FundingResult,
  consent: ProposalResult,
  "yes-no": ProposalResult,
  "time-poll": LevelBars,
} satisfies Record<MethodId, ComponentType<PictureProps>>;

interface ExplanationProps {
  tally: Tally;
  titleOf: (option: string) => string;
}

/** Why the result is as it is, step by step. */
function Explanation({ decision, tally, titleOf }: ExplanationProps & { decision: DecisionView }) {
  const words = useWords();
  const id = useId();
  const levels = levelsInWords(decision.settings, words);
  const telling = { words, titleOf, denominator: tally.denominator, levels };
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="pb-2 text-xl">
        {words.t("explanation")}
      </h3>
      <ol className="max-w-measure list-decimal space-y-1.5 ps-6 font-serif text-lg marker:text-muted">
        {explainTally(tally).map((step) => {
          const text = stepInWords(step, telling);
          return <li key={text}>{text}</li>;
        })}
      </ol>
    </section>
  );
}

/** The order in which the options came in; those on one line are level. */
function Order({ tally, titleOf }: ExplanationProps) {
  const { t, titles } = useWords();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="pb-2 text-xl">
        {t("order")}
      </h3>
      <ol className="list-decimal space-y-1 ps-6 marker:text-muted">
        {tally.ranking.map((group) => (
          <li key={group.join()}>{titles(group.map(titleOf))}</li>
        ))}
      </ol>
    </section>
  );
}

/** Numbers of votes read as numbers of people unless it is said that they are none. */
function InWeight({ decision: { weighting, ballotCount } }: { decision: DecisionView }) {
  const { t, number } = useWords();
  const count = { count: ballotCount, ballots: number(ballotCount) };
  return (
    <p className="flex max-w-measure items-start gap-2 rounded-md bg-sunken px-4 py-3">
      <Icon name="info" size={20} className="mt-0.5 text-muted" />
      <span>
        {t(weighting.kind === "role" ? "picture.in-weight-role" : "picture.in-weight", count)}
      </span>
    </p>
  );
}

interface WorkingProps {
  decision: DecisionView;
  result: NonNullable<DecisionView["result"]>;
  titleOf: (option: string) => string;
}

/** The count with its working: a picture, the explanation, the order. Loaded when a result is looked at. */
export function Working({ decision, result, titleOf }: WorkingProps) {
  const counted = tallyFromJson(result.tally);
  // Whatever is shown is shown in whole people, tokens or roots.
  const tally = { ...counted, denominator: counted.denominator * Number(result.unit) };
  const picture = { decision, tally, carried: carriedIn(decision, result), titleOf };
  return (
    <div className="space-y-10">
      {decision.weighting.kind !== "one-person" && <InWeight decision={decision} />}
      {createElement(pictures[decision.method], picture)}
      <Explanation decision={decision} tally={tally} titleOf={titleOf} />
      {tally.pairs && <Order tally={tally} titleOf={titleOf} />}
    </div>
  );
}
