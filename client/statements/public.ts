export { CountsBar } from "./counts-bar.tsx";
export { DeckPart } from "./deck-part.tsx";
export { AllStatements } from "./statement-list.tsx";
export { Totals } from "./totals.tsx";
export { totalsQuery } from "./queries.ts";
export { TryStatement, UnsentAnswers } from "./trial/lazy.tsx";
export { voiceIn } from "./voice.ts";
