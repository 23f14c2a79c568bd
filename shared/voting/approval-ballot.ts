import { z } from "zod";
import { type BallotFault, maxOptions, OptionKey } from "./method.ts";
import { checkMentions, pointerTo } from "./option-index.ts";

/** The options that somebody approves of, in any order. */
export const Approved = z.array(OptionKey).max(maxOptions);

/** What is wrong with such a ballot: options that there are not, or that are named twice. */
export const checkApproved = (
  { approved }: { readonly approved: readonly string[] },
  { options }: { readonly options: readonly string[] },
): BallotFault[] =>
  checkMentions(
    approved.map((option, at) => ({ option, pointer: pointerTo("approved", at) })),
    options,
  );
