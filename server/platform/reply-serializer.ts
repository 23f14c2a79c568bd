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
    if (strict) {
      const { error } = reply.safeParse(value);
      if (error) throw new Error(`${name} replied against its contract: ${error.message}`);
    }
    return write(value);
  };
}
