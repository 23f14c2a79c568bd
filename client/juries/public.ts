export { JurySection } from "./jury-section.tsx";
