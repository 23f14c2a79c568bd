import type { DecisionView } from "#shared/contract/decisions.ts";
import type { BallotOf, MethodId, SettingsOf } from "../method-facts.ts";

/** What the form of one method is given: the options, what is filled in, and what was wrong with it. */
export interface BallotFormProps<M extends MethodId = MethodId> {
  readonly options: DecisionView["options"];
  readonly settings: SettingsOf<M>;
  /** null before anything is filled in */
  readonly value: BallotOf<M> | null;
  readonly onChange: (ballot: BallotOf<M>) => void;
  /** Shown, but not to be changed: voting has ended, or has not begun. */
  readonly isFixed: boolean;
  /** Votes are secret for good: reasons are published without names. */
  readonly isSecret?: boolean;
  /** What is wrong, by option. */
  readonly faults: ReadonlyMap<string, string>;
}
