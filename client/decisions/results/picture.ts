import type { DecisionView } from "#shared/contract/decisions.ts";
import type { Tally } from "#shared/voting/tally.ts";

/** What a picture of a result is given. */
export interface PictureProps {
  readonly decision: DecisionView;
  readonly tally: Tally;
  /** What is decided for; several, or none. */
  readonly carried: readonly string[];
  readonly titleOf: (option: string) => string;
}
