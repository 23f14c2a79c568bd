import type { ActionKind } from "#shared/contract/moderated.ts";

/** What a key does at the desk: goes, takes, or begins an action. */
export type Deed = "next" | "before" | "open" | "leave" | "claim" | "mark" | "help" | ActionKind;

/** In the order in which they are explained. */
export const keysOfDeeds = [
  ["j", "next"],
  ["k", "before"],
  ["Enter", "open"],
  ["c", "claim"],
  ["x", "mark"],
  ["d", "dismiss"],
  ["h", "hide"],
  ["r", "remove"],
  ["s", "restore"],
  ["e", "edit-request"],
  ["m", "move"],
  ["g", "merge"],
  ["p", "split"],
  ["i", "pin"],
  ["o", "lock"],
  ["u", "unlock"],
  ["w", "warn"],
  ["l", "rate-limit"],
  ["b", "suspend"],
  ["Escape", "leave"],
  ["?", "help"],
] as const satisfies readonly (readonly [string, Deed])[];

const arrows: Readonly<Record<string, Deed>> = { ArrowDown: "next", ArrowUp: "before" };
const byKey = new Map<string, Deed>(keysOfDeeds);

/** What a key means at the desk; undefined where it means nothing. */
export const deedOf = (key: string): Deed | undefined => byKey.get(key) ?? arrows[key];
