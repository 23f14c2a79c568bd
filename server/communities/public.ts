export { createStandings } from "./standing.ts";
