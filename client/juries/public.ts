export { JuryCall } from "./jury-call.tsx";
export { JurySection } from "./jury-section.tsx";
export { JuryPool } from "./pool-section.tsx";
