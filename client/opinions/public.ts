export { MapInBrief } from "./map-in-brief.tsx";
export { OneVoice } from "./one-voice.tsx";
export { useStatements } from "./queries.ts";
