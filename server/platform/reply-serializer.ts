import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { isPrewritten, writeJson } from "./prewritten.ts";
import { type ReplySchema, replySchema } from "./reply-schema.ts";

/** Leaves of a value only what a schema names. */
type Picker = (value: unknown) => unknown;

/**
 * Makes of a contract's reply a serializer that writes the named keys and nothing else, as pieces of JSON. (Picking the
 * keys and leaving the writing to the engine takes a third of the time of a compiled serializer, for thousands of
 * claims.)
 * @param strict also check the whole reply against the contract, as tests do
 */
export function replySerializer(
  { reply, name }: Pick<Endpoint, "reply" | "name">,
  strict: boolean,
) {
  if (reply instanceof z.ZodUndefined) return () => [];
  // Made at the first reply: of hundreds of operations a start needs none.
  let pick: Picker | undefined;
  return (value: unknown): readonly string[] => {
    pick ??= picker(replySchema(reply)) ?? asItIs;
    const pieces = writeJson(pick(value));
    if (strict) {
      const text = pieces.join("");
      check({ reply, name }, pieces.length > 1 ? JSON.parse(text) : value, text);
    }
    return pieces;
  };
}

const asItIs: Picker = (value) => value;

/** What picks the keys of this schema; undefined where there is nothing to leave out. */
function picker(schema: ReplySchema): Picker | undefined {
  const pick = pickerOfKind(schema);
  return pick && ((value) => (isWhole(value) ? value : pick(value)));
}

/** Whether there is nothing in a value to pick. */
function isWhole(value: unknown): boolean {
  return value === null || value === undefined || isPrewritten(value);
}

function pickerOfKind({ properties, required, items, additionalProperties }: ReplySchema) {
  if (properties !== undefined) return pickKeys(properties, required ?? []);
  const inner = items ?? additionalProperties;
  const each = typeof inner === "object" ? picker(inner) : undefined;
  if (!each) return undefined;
  if (items !== undefined) return (value: unknown) => (value as unknown[]).map(each);
  return (value: unknown) =>
    Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, each(one)]));
}

function pickKeys(properties: NonNullable<ReplySchema["properties"]>, required: readonly string[]) {
  const parts = Object.entries(properties).map(([key, part]) => ({
    key,
    pick: picker(part),
    isRequired: required.includes(key),
  }));
  return (value: unknown) => {
    const kept: Record<string, unknown> = {};
    for (const { key, pick, isRequired } of parts) {
      const part = (value as Record<string, unknown>)[key];
      if (part !== undefined) kept[key] = pick ? pick(part) : part;
      else if (isRequired) throw new Error(`"${key}" is required`);
    }
    return kept;
  };
}

/** Nothing may be missing from a reply, and nothing of it may be lost on the way out. */
function check({ reply, name }: Pick<Endpoint, "reply" | "name">, value: unknown, written: string) {
  const { data, error } = reply.safeParse(value);
  if (error) throw new Error(`${name} replied against its contract: ${error.message}`);
  const meant: unknown = JSON.parse(JSON.stringify(data));
  if (!isDeepStrictEqual(JSON.parse(written), meant)) {
    throw new Error(`${name} did not write all that its contract names`);
  }
}
