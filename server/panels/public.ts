export { computePanel, PanelJob } from "./compute-panel.ts";
export { drawPanel } from "./draw-panel.ts";
export { forgetExpert } from "./room/expert-store.ts";
export { panelRoutes } from "./routes.ts";
export { findPanel } from "./store.ts";
