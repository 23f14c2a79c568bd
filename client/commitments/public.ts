export { commitmentEvents } from "./queries.ts";
export { StateBadge } from "./state-badge.tsx";
