export { representationEvents } from "./queries.ts";
