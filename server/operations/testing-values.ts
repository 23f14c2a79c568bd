import fc from "fast-check";
import naughty from "../testing/naughty-strings.json" with { type: "json" };

/** A JSON schema of what a contract takes in. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

type Values = fc.Arbitrary<unknown>;

const strange = [
  "\u0000",
  "a\u0000b",
  "\uD800",
  "x\uDFFFy",
  "\u202Egnp.exe",
  "\uFEFF",
  "\r\nSet-Cookie: a=b",
  "../../etc/passwd",
  "%00",
  "%",
  "__proto__",
  "constructor",
  "' or 1=1 --",
  "'; drop table accounts; --",
  "$1",
  "${7*7}",
  "-".repeat(36),
  `community:${"-".repeat(36)}`,
  "0".repeat(36),
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "0000-00-00T00:00:00Z",
  "9999-12-31T23:59:59.999999999Z",
  "0000-01-01T00:00:00Z",
  "-1",
  "9".repeat(40),
  "NaN",
  "𝕏".repeat(300),
  "a".repeat(5_000),
];
const numbers = [
  0,
  -0,
  -1,
  1.5,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 31 - 1,
  -(2 ** 31) - 1,
  2 ** 53,
  1e-7,
];

/** Texts that have broken programs. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...strange),
  fc.constantFrom(...naughty.strings),
  fc.string({ unit: "binary", maxLength: 40 }),
);

const deep = (levels: number): unknown => {
  let at: unknown = 1;
  for (let level = 0; level < levels; level += 1) at = level % 2 ? [at] : { a: at };
  return at;
};

/** What is in the place of a value and never belongs there. */
export const junk: Values = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  fc.constantFrom<unknown>(...numbers),
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: 1e9 }, deep(400)),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__":{"isOperator":true}}'),
    { constructor: { prototype: { isOperator: true } } },
    JSON.parse('{"toString":null,"hasOwnProperty":1,"then":"x"}'),
    Array.from({ length: 300 }, (_, n) => n),
  ),
);

/** Values as a schema describes them; `ids` are ids of things that are there. */
export function valuesOf(schema: Schema, ids: readonly string[]): Values {
  const definitions = schema.definitions ?? {};
  const build = (part: Schema): Values => {
    if (part.$ref !== undefined) return build(definitions[part.$ref.split("/").at(-1) ?? ""] ?? {});
    if (part.const !== undefined) return fc.constant(part.const);
    if (part.enum) return fc.constantFrom(...part.enum);
    const choices = part.anyOf ?? part.oneOf ?? part.allOf;
    if (choices) return fc.oneof(...choices.map(build));
    return (makers[part.type ?? ""] ?? (() => junk))(part, build, ids);
  };
  return build(schema);
}

type Maker = (part: Schema, build: (part: Schema) => Values, ids: readonly string[]) => Values;

const makers: Readonly<Record<string, Maker>> = {
  string: (part, _build, ids) => textOf(part, ids),
  integer: ({ minimum = -(2 ** 53) + 1, maximum = 2 ** 53 - 1 }) => {
    const most = Math.min(maximum, minimum + 2 ** 32);
    return fc.oneof(
      fc.integer({ min: minimum, max: Math.min(most, minimum + 5) }),
      fc.integer({ min: minimum, max: most }),
      fc.constantFrom(minimum, maximum),
    );
  },
  number: () => fc.double({ noNaN: true, noDefaultInfinity: true }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: ({ items = {}, minItems = 0, maxItems = 6 }, build) =>
    fc.array(build(items), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 6) }),
  object: ({ properties = {}, required = [], additionalProperties: more }, build, ids) => {
    if (typeof more === "object" && Object.keys(properties).length === 0) {
      return fc.dictionary(fc.constantFrom("a", ...ids), build(more), { maxKeys: 4 });
    }
    const parts = Object.entries(properties).map(([key, part]) => [key, build(part)] as const);
    return fc.record(Object.fromEntries(parts), { requiredKeys: [...required] });
  },
};

const moments = ["2020-01-01T00:00:00Z", "2030-06-01T12:00:00.123Z", "9999-12-31T23:59:59Z"];

function textOf(
  { format, pattern, minLength = 0, maxLength = 200 }: Schema,
  ids: readonly string[],
) {
  if (format === "uuid") return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (format === "date-time") {
    const soon = [70, 3_600, 90_000].map((s) => new Date(Date.now() + s * 1_000).toISOString());
    return fc.constantFrom(...moments, "0000-01-01T00:00:00Z", ...soon, ...soon);
  }
  if (format === "date") return fc.constantFrom("2025-11-03", "0000-01-01", "9999-12-31");
  if (format === "email") return fc.emailAddress();
  if (pattern !== undefined && pattern.length < 80) return fc.stringMatching(new RegExp(pattern));
  const length = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 300)) };
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength;
  return fc.oneof(
    { weight: 3, arbitrary: hostileText.filter(fits) },
    fc.lorem({ maxCount: 8 }),
    fc.string({ unit: "grapheme", ...length }),
    fc.webUrl(),
    fc.constant("w".repeat(Math.min(maxLength, 20_000))),
  );
}

/** The same value with one part of it another that the schema describes: right, but strange. */
export function variationsOf(value: unknown, schema: Schema, ids: readonly string[]): Values {
  const { properties = {} } = schema;
  const keys = Object.keys(properties);
  if (keys.length === 0 || typeof value !== "object") return valuesOf(schema, ids);
  return fc.constantFrom(...keys).chain((key) => {
    const part = { ...properties[key], definitions: schema.definitions ?? {} };
    const old = (value as Record<string, unknown>)[key];
    const next = old === undefined ? valuesOf(part, ids) : variationsOf(old, part, ids);
    return next.map((changed) => ({ ...value, [key]: changed }));
  });
}

/** The same value with one thing in it wrong. */
export function mutationsOf(value: unknown): Values {
  const paths = pathsIn(value);
  return fc
    .tuple(
      fc.constantFrom(...paths),
      fc.constantFrom("replace", "drop", "add", "wrap", "text"),
      junk,
    )
    .map(([path, how, waste]) => changeAt(value, path, (old) => spoil(old, how, waste)));
}

const dropped = Symbol("dropped");

function spoil(old: unknown, how: string, waste: unknown): unknown {
  if (how === "drop") return dropped;
  if (how === "wrap") return [old];
  if (how === "text") return String(JSON.stringify(old));
  if (how === "replace" || old === null || typeof old !== "object") return waste;
  return Array.isArray(old) ? [...old, waste] : { ...old, isOperator: waste };
}

type Path = readonly string[];

function pathsIn(value: unknown, at: Path = []): Path[] {
  if (value === null || typeof value !== "object") return [at];
  return [at, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...at, key]))];
}

function changeAt(
  value: unknown,
  [key, ...rest]: Path,
  change: (old: unknown) => unknown,
): unknown {
  if (key === undefined) {
    const changed = change(value);
    return changed === dropped ? undefined : changed;
  }
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  const changed = rest.length === 0 ? change(copy[key]) : changeAt(copy[key], rest, change);
  if (changed === dropped) Reflect.deleteProperty(copy, key);
  else copy[key] = changed;
  return copy;
}
