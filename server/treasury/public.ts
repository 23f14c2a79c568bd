export { treasuryRoutes } from "./routes.ts";
