import type { z } from "zod";
import type { Endpoint } from "./endpoint.ts";

type Part<Name extends string, S extends z.ZodType> =
  undefined extends z.input<S>
    ? { readonly [K in Name]?: z.input<S> }
    : Record<never, never> extends z.input<S>
      ? { readonly [K in Name]?: z.input<S> }
      : { readonly [K in Name]: z.input<S> };

/** What a caller gives for one operation; parts that the contract leaves empty can be left out. */
export type Input<E extends Endpoint> = Part<"params", E["params"]> &
  Part<"query", E["query"]> &
  Part<"body", E["body"]>;

interface Parts {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
}

/** The path with its parameters and query filled in. */
export function pathOf<E extends Endpoint>({ path }: E, input: Input<E>): string {
  const { params = {}, query = {} } = input as Parts;
  const given = new Map(Object.entries(params));
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(given.get(name))),
  );
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return search.length === 0 ? filled : `${filled}?${search.join("&")}`;
}

/** The body as it is sent; undefined where the contract has none. */
export function bodyOf<E extends Endpoint>(_contract: E, input: Input<E>): string | undefined {
  const { body } = input as Parts;
  return body === undefined ? undefined : JSON.stringify(body);
}
