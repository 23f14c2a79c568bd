/** What the computing thread is given: where the published run is. */
export interface Task {
  readonly address: string;
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
  /** of the run, to be compared with the map that the page shows */
  readonly inputHash: string;
  readonly groups: readonly number[];
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
