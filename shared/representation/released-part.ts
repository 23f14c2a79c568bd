import type { ReleasedRates } from "./rates.ts";
import type { Released } from "./release.ts";

interface SupportRow {
  readonly values: readonly string[];
  readonly isRest: boolean;
  readonly voters: number;
  readonly backing: readonly { readonly option: string; readonly count: number }[];
}

export interface ReweightedResult {
  readonly kind: "raked" | "empty-value" | "heavy-weight" | "no-end" | "too-few";
  readonly valueId: string | null;
  readonly people: number;
  readonly largest: number;
  readonly options: readonly {
    readonly option: string;
    readonly real: number;
    readonly reweighted: number;
  }[];
}

/** All that was told at once of a population by one attribute, or by all of them together. */
export interface ReleasedPart {
  readonly table?: Released;
  /** per cent, in fives, by value */
  readonly words?: Readonly<Record<string, number>>;
  readonly replies?: Readonly<Record<string, number>>;
  readonly support?: readonly SupportRow[];
  readonly reweighted?: ReweightedResult;
  readonly rates?: ReleasedRates;
}
