import { queryOptions } from "@tanstack/react-query";

type Json = Record<string, unknown>;

/** One operation, as the page shows it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly access: string;
  readonly group: string;
  readonly parameters: readonly Parameter[];
  readonly body: unknown;
  readonly reply: unknown;
  /** Headers of the reply that mean something. */
  readonly replyHeaders: readonly ReplyHeader[];
}

export interface ReplyHeader {
  readonly name: string;
  readonly description: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema?: Json;
}

interface Document {
  readonly paths: Record<string, Record<string, Json>>;
  readonly components: { readonly schemas: Record<string, Json> };
}

/** The description of the API, by the same document that machines read. */
export const referenceQuery = queryOptions({
  queryKey: ["openapi"],
  queryFn: async ({ signal }) => {
    const response = await fetch("/api/openapi.json", { signal });
    if (!response.ok) throw new Error(`the description of the API answered ${response.status}`);
    return operationsOf((await response.json()) as Document);
  },
  staleTime: Number.POSITIVE_INFINITY,
});

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const schemaIn = (content: unknown): unknown =>
  Object.values((content as { content?: Record<string, { schema?: unknown }> })?.content ?? {})[0]
    ?.schema;

const headersIn = (response: unknown): ReplyHeader[] =>
  Object.entries((response as { headers?: Record<string, Json> } | undefined)?.headers ?? {}).map(
    ([name, { description }]) => ({ name, description: textOf(description) }),
  );

/** Every operation of a document, with named schemas filled in one level deep. */
export function operationsOf({ paths, components }: Document): Operation[] {
  const fill = (schema: unknown) => filled(schema, components.schemas, 2);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const responses = (operation["responses"] ?? {}) as Record<string, unknown>;
      return {
        id: textOf(operation["operationId"]) || `${method} ${path}`,
        method: method.toUpperCase(),
        path,
        summary: textOf(operation["summary"]),
        access: textOf(operation["x-access"]),
        group: String((operation["tags"] as string[] | undefined)?.[0] ?? "server"),
        parameters: (operation["parameters"] ?? []) as Parameter[],
        body: fill(schemaIn(operation["requestBody"])),
        reply: fill(schemaIn(responses["200"])),
        replyHeaders: headersIn(responses["200"]),
      };
    }),
  );
}

/** A schema with its references replaced, so many levels deep; deeper ones keep their name. */
export function filled(schema: unknown, named: Record<string, Json>, levels: number): unknown {
  if (Array.isArray(schema)) return schema.map((item) => filled(item, named, levels));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref } = schema as { $ref?: string };
  if ($ref !== undefined) {
    const name = $ref.slice("#/components/schemas/".length);
    return levels === 0 ? { $ref: name } : filled(named[name] ?? {}, named, levels - 1);
  }
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, filled(value, named, levels)]),
  );
}
