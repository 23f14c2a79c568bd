export { countEndedRound } from "./count-round.ts";
export { type Funded, fundedProjects } from "./funded-projects.ts";
export { moderatedProjects } from "./moderated.ts";
export { fundingRoutes } from "./routes.ts";
export { CountFunding, settleRound, SettleFunding, settleRounds } from "./settle.ts";
