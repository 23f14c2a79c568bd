export { AnalyseOpinions, analyseOpinions } from "./analyse-opinions.ts";
export { createOpinionMaps } from "./maps.ts";
export { opinionRoutes } from "./routes.ts";
