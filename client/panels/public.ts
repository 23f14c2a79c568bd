export { panelEvents } from "./queries.ts";
