export { CountsBar } from "./counts-bar.tsx";
export { totalsQuery } from "./queries.ts";
export { TryStatement, UnsentAnswers } from "./trial/lazy.tsx";
export { voiceIn } from "./voice.ts";
