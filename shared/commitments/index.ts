export { countPromises, type CountedPromise, type Promises } from "./promises.ts";
export { type Progress, progressAfter, type Report } from "./progress.ts";
export { type Part, rollUp } from "./roll-up.ts";
export {
  type CommitmentFacts,
  type CommitmentState,
  commitmentStates,
  type ReviewOutcome,
  reviewOutcomes,
  stateOf,
} from "./state.ts";
