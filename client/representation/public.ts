export { groupsQuery, representationEvents } from "./queries.ts";
