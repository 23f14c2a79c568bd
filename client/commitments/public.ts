export { commitmentEvents } from "./queries.ts";
