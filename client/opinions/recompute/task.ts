import type { OpinionMap } from "#shared/contract/opinions.ts";
import type { MapPart } from "./first-difference.ts";

/** What the computing thread is given: where the published run is, and the map that the page shows. */
export interface Task {
  readonly address: string;
  readonly map: OpinionMap;
}

/** How far it is. */
export type Progress =
  | { readonly kind: "fetching"; readonly bytes: number }
  | { readonly kind: "computing" };

/** What came of it. */
export interface Finding {
  readonly kind: "found";
  readonly isSameAlgorithm: boolean;
  readonly isSameInput: boolean;
  readonly isSameResult: boolean;
  /** whether the run says that it is of the answers that the page's map is of */
  readonly isSameMap: boolean;
  /** the first part that the page shows otherwise */
  readonly difference: MapPart | null;
  readonly people: number;
  readonly responses: number;
  readonly statements: number;
  readonly seconds: number;
}

export interface Failure {
  readonly kind: "failed";
  readonly why: "not-loaded" | "no-run";
}

export type Told = Progress | Finding | Failure;
