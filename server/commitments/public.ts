export { type AskedPromise, propose as proposePromise } from "./propose-commitment.ts";
export { commitmentRoutes } from "./routes.ts";
export { tellDue } from "./tell-due.ts";
