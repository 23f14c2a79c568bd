import { isDeepStrictEqual } from "node:util";
import fastJson from "fast-json-stringify";
import { z } from "zod";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { replySchema } from "./reply-schema.ts";

/**
 * Compiles a contract's reply into a serializer that writes the named keys and nothing else.
 * @param strict also check the whole reply against the contract, as tests do
 */
export function replySerializer({ reply, name }: Endpoint, strict: boolean) {
  if (reply instanceof z.ZodUndefined) return () => "";
  const write = fastJson(replySchema(reply) as Parameters<typeof fastJson>[0]);
  return (value: unknown): string => {
    const written = write(value);
    if (strict) check({ reply, name }, value, written);
    return written;
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
