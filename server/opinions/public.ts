export { AnalyseOpinions, analyseOpinions } from "./analyse-opinions.ts";
export { type GroupsNow, groupsNow } from "./groups-now.ts";
export { createOpinionMaps } from "./maps.ts";
export { moderatedNames } from "./moderated.ts";
export { TellGroupNames, tellGroupNames } from "./name-group.ts";
export { opinionRoutes } from "./routes.ts";
