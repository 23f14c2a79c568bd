export { fundingEvents } from "./queries.ts";
