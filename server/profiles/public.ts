export { profileRoutes } from "./routes.ts";
export { deleteProfiles } from "./store.ts";
