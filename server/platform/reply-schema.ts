import { z } from "zod";

/** A JSON schema as far as it says which keys and types come out. */
export interface ReplySchema {
  readonly type?: string;
  readonly nullable?: true;
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, ReplySchema>>;
  readonly required?: readonly string[];
  readonly items?: ReplySchema;
  readonly additionalProperties?: ReplySchema | boolean;
  readonly anyOf?: readonly ReplySchema[];
  readonly oneOf?: readonly ReplySchema[];
  readonly allOf?: readonly ReplySchema[];
  readonly definitions?: Readonly<Record<string, ReplySchema>>;
}

/**
 * What a reply looks like, without choices: a serializer that has to find out which of several shapes a value has
 * compiles a validator for each of them, at the first reply and for all of half a second. What may be null says so,
 * and shapes that differ become one with the keys of all.
 */
export function replySchema(reply: z.ZodType): ReplySchema {
  const schema = z.toJSONSchema(reply, {
    target: "draft-7",
    io: "output",
    unrepresentable: "any",
    reused: "inline",
  }) as ReplySchema;
  return plain(schema, schema.definitions ?? {});
}

type Definitions = NonNullable<ReplySchema["definitions"]>;

function plain(schema: ReplySchema, all: Definitions): ReplySchema {
  const { $ref, anyOf, oneOf, allOf } = schema;
  if ($ref !== undefined) return plain(all[$ref.split("/").at(-1) ?? ""] ?? {}, all);
  const choices = anyOf ?? oneOf ?? allOf;
  if (choices === undefined) return plainParts(schema, all);
  const shapes = choices.map((choice) => plain(choice, all));
  const isNullable = shapes.some(({ type, nullable }) => type === "null" || nullable === true);
  const one = shapes.filter(({ type }) => type !== "null").reduce(merge);
  return isNullable ? { ...one, nullable: true } : one;
}

function plainParts({ type, properties, required, items, ...rest }: ReplySchema, all: Definitions) {
  const { additionalProperties: more } = rest;
  return {
    ...(type === undefined ? {} : { type }),
    ...(properties === undefined
      ? {}
      : { properties: mapValues(properties, (part) => plain(part, all)) }),
    ...(required === undefined ? {} : { required }),
    ...(items === undefined ? {} : { items: plain(items, all) }),
    ...(typeof more === "object" ? { additionalProperties: plain(more, all) } : {}),
  };
}

/** One shape that takes the values of both. */
function merge(one: ReplySchema, other: ReplySchema): ReplySchema {
  if (isSame(one, other)) return one;
  // What the two have in common is then written as it is.
  if (one.type !== other.type || !isRecordOfKnown(one) || !isRecordOfKnown(other)) return {};
  return {
    type: "object",
    properties: {
      ...other.properties,
      ...mapValues(one.properties ?? {}, (part, key) =>
        merge(part, other.properties?.[key] ?? part),
      ),
    },
    required: (one.required ?? []).filter((key) => other.required?.includes(key)),
  };
}

/** An object whose keys are all named. */
const isRecordOfKnown = ({ type, properties, additionalProperties }: ReplySchema) =>
  type === "object" && properties !== undefined && typeof additionalProperties !== "object";

const isSame = (one: ReplySchema, other: ReplySchema) =>
  JSON.stringify(one) === JSON.stringify(other);

function mapValues<V, W>(of: Readonly<Record<string, V>>, map: (value: V, key: string) => W) {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, map(value, key)]));
}
