import { phasesToRespond } from "#shared/contract/statements.ts";
import { useDebate } from "../debates/public.ts";

/** Whether anybody can still answer: a map to come may show more than this one. */
export function useTakesAnswers(): boolean {
  return phasesToRespond.includes(useDebate().debate.phase);
}
