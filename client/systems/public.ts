export { systemEvents } from "./queries.ts";
