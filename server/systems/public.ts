export { systemRoutes } from "./routes.ts";
export { tellDueIncidents } from "./tell-due.ts";
