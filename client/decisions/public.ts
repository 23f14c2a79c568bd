export { useOptions } from "./option-words.ts";
export { Figure } from "./results/figure.tsx";
export { useDecisions } from "./use-decisions.ts";
export { useWords, type Words } from "./words.ts";
