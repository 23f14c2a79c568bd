/*
 * What is said in hearings, by itself: panels are drawn as juries are, and juries judge what moderators did, so that
 * moderators can't ask panels for it.
 */
export { moderatedInHearings } from "./moderated.ts";
export { isMemberHeard } from "./store.ts";
