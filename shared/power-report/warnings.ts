import type { CarriedPower } from "./carried-power.ts";
import type { Concentration } from "./concentration-of.ts";
import type { FlipFinding } from "./minimum-flip.ts";
import type { UnderWeighting } from "./under-weightings.ts";

export const warningCodes = [
  /** three voters, or fewer, pass the threshold without anybody else */
  "few-decide-alone",
  /** with one vote each another option wins */
  "winner-differs",
  /** with one vote each the same option wins, and the decision ends otherwise */
  "result-differs",
  /** fewer than five voters could have turned the result */
  "few-can-flip",
  /** more was delegated to one person than anybody may carry */
  "delegate-over-cap",
] as const;

/** One sentence of warning, without the words. */
export interface Warning {
  readonly code: (typeof warningCodes)[number];
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly people: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
}

interface Found {
  readonly weightings: readonly UnderWeighting[];
  readonly voters: Concentration;
  readonly flip: FlipFinding;
  readonly delegation: CarriedPower | null;
}

const mostDeciding = 3;
const fewFlipping = 5;

function warning(code: Warning["code"], more: Partial<Warning> = {}): Warning {
  return { options: {}, people: [], numbers: {}, ...more, code };
}

/** What in a report says that few people hold a decision in their hands. */
export function warningsOf(found: Found): Warning[] {
  return [
    ...ofWeightings(found),
    ...ofFewDeciding(found),
    ...ofFewFlipping(found),
    ...ofDelegates(found),
  ];
}

function ofFewDeciding({ voters: { nakamoto, holders } }: Found): Warning[] {
  if (nakamoto === null || nakamoto > mostDeciding) return [];
  return [warning("few-decide-alone", { numbers: { voters: nakamoto, of: holders } })];
}

function ofWeightings({ weightings }: Found): Warning[] {
  const inForce = weightings.find(({ isInForce }) => isInForce);
  const equal = weightings.find(({ kind }) => kind === "one-person");
  if (!inForce || !equal || equal.differs === "no") return [];
  const code = equal.differs === "winner" ? "winner-differs" : "result-differs";
  const options = { winners: inForce.winners, onePerson: equal.winners };
  return [warning(code, { options })];
}

function ofFewFlipping({ flip, voters }: Found): Warning[] {
  if (flip.state !== "found" || flip.voters >= fewFlipping) return [];
  const options = { from: [flip.from], to: [flip.to] };
  return [
    warning("few-can-flip", { options, numbers: { voters: flip.voters, of: voters.holders } }),
  ];
}

function ofDelegates({ delegation }: Found): Warning[] {
  if (!delegation) return [];
  const cap = delegation.capPercent / 100;
  return delegation.overCap.map(({ id, people, share }) =>
    warning("delegate-over-cap", { people: [id], numbers: { people, share, cap } }),
  );
}
