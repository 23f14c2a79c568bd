export { moderatedProfiles } from "./moderated.ts";
export { profileRoutes } from "./routes.ts";
export { deleteProfiles } from "./store.ts";
