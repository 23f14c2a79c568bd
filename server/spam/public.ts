export { learn } from "./learn.ts";
export { spamReasonsFor, textOf } from "./reasons-for.ts";
export { detachExample } from "./store.ts";
export { tidyUpSpam } from "./tidy-up.ts";
export { estimateOf } from "./words.ts";
