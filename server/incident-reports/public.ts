/*
 * What was reported, by itself: systems show it with the case about it, and cases are about what moderators did, so that
 * moderators can't ask systems for it.
 */
export { moderatedIncidents } from "./moderated.ts";
