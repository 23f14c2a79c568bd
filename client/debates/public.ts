export { useDebate } from "./debate-context.ts";
export { outlineQuery } from "./queries.ts";
