export { powerOverTime } from "./power-over-time.ts";
export { powerRoutes } from "./routes.ts";
export { ReportPower, reportMissing, reportPower } from "./report-power.ts";
