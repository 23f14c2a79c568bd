import type { LedgerFilter } from "../ledger/queries.ts";

// What stands in the addresses of pages after the question mark; whatever does not fit is left out.

/** Where to go after signing in: a path of ours, nothing else. */
export const nextPage = ({ next }: Record<string, unknown>): { next?: string } =>
  typeof next === "string" && /^\/(?![/\\])/.test(next) ? { next } : {};

/** Which debate a new one takes its question and answers from. */
export const askedBefore = ({ from }: Record<string, unknown>): { from?: string } =>
  typeof from === "string" && /^[0-9a-f-]{36}$/.test(from) ? { from } : {};

/** Which decision is counted again; without one a file is opened. */
const isId = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);
export const toRecount = ({ community, decision }: Record<string, unknown>) =>
  isId(community) && isId(decision) ? { community, decision } : {};

/** Which debates of a community are asked for. */
export const topicAsked = ({ topic }: Record<string, unknown>): { topic?: string } =>
  typeof topic === "string" && /^([a-z]{1,40}|[0-9a-f-]{36})$/.test(topic) ? { topic } : {};

/** Which entries of a ledger are asked for. */
export const entriesAsked = ({ kind, actor, subject }: Record<string, unknown>): LedgerFilter => ({
  ...(typeof kind === "string" && /^[a-z][a-z.-]{0,79}$/.test(kind) && { kind }),
  ...(isId(actor) && { actor }),
  ...(typeof subject === "string" && /^[\w./-]{1,200}$/.test(subject) && { subject }),
});

/** Which draw of a case is looked at: of its first jury, or of the one that it was appealed to. */
export const levelAsked = ({ level }: Record<string, unknown>): { level?: number } =>
  typeof level === "number" && Number.isInteger(level) && level > 0 && level < 11 ? { level } : {};

/** In which debate somebody wants to delegate. */
export const debateAsked = ({ debate: id }: Record<string, unknown>): { debate?: string } =>
  typeof id === "string" && /^[0-9a-f-]{36}$/.test(id) ? { debate: id } : {};

/** Which item of the queue is looked at. */
export const itemAsked = ({ item }: Record<string, unknown>): { item?: string } =>
  isId(item) ? { item } : {};

/** At which of its places a claim is looked at. */
export const placeAsked = ({ at }: Record<string, unknown>): { at?: string } =>
  typeof at === "string" && /^[0-9a-f-]{36}(\.\d+)?$/.test(at) ? { at } : {};

/** Which run of an opinion map is looked at; without one the newest. */
export const runAsked = ({ run }: Record<string, unknown>): { run?: string } =>
  isId(run) ? { run } : {};
