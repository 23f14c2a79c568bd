export { MapInBrief } from "./map-in-brief.tsx";
export { useStatements } from "./queries.ts";
