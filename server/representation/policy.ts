import { isMember, type Standing } from "../platform/actor.ts";

/** Owners say what members may say about themselves, as they answer for what is kept of people. */
export const mayDefine = (standing: Standing): boolean => standing.role === "owner";

/** Members say something about themselves, or nothing. */
export const mayDeclare = (standing: Standing): boolean => isMember(standing);
