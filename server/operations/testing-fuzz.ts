import fc from "fast-check";
import { z } from "zod";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { Problem } from "#shared/contract/problem.ts";
import type { Person } from "../testing/person.ts";
import type { Toured } from "./testing-tour.ts";
import type { Step } from "./testing-tour-guide.ts";
import { hostileText, mutationsOf, type Schema, valuesOf, variationsOf } from "./testing-values.ts";

/** A request that may be wrong in any way. */
export interface Try {
  readonly contract: Endpoint;
  readonly person: Person;
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a contract takes in, or a part of that, as a JSON schema. */
export const schemaOf = (part: z.ZodType) =>
  z.toJSONSchema(part, { target: "draft-7", io: "input", unrepresentable: "any" }) as Schema;

const asRecord = (value: unknown) =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/** Requests for one operation, grown from those that were answered with success. */
export function triesFor(
  steps: readonly Step[],
  { cast }: Toured,
  ids: readonly string[],
): fc.Arbitrary<Try> {
  const [first] = steps;
  if (!first) throw new RangeError("an operation that was used");
  const { contract } = first;
  const generated = (part: z.ZodType) => valuesOf(schemaOf(part), ids);
  const seed = fc.constantFrom(...steps);
  return fc
    .record({ seed, other: fc.constantFrom(...Object.values(cast)) })
    .chain(({ seed: { person, input }, other }): fc.Arbitrary<Try> =>
      fc.record({
        contract: fc.constant(contract),
        person: fc.oneof({ weight: 8, arbitrary: fc.constant(person) }, fc.constant(other)),
        params: mostly(input.params ?? {}, paramsLike(input.params ?? {}, ids)),
        query: mostly<Readonly<Record<string, unknown>>>(
          asRecord(input.query),
          generated(contract.query).map(asRecord),
          mutationsOf(input.query ?? {}).map(asRecord),
          fc.dictionary(fc.string(), hostileText, { maxKeys: 2 }),
        ),
        body: bodyLike(contract, input.body, ids),
        headers: headersLike(contract),
      }),
    );
}

function mostly<T>(usual: T, ...others: fc.Arbitrary<T>[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: others.length * 4, arbitrary: fc.constant(usual) }, ...others);
}

/** One parameter is another id, or no id at all. */
function paramsLike(params: object, ids: readonly string[]) {
  const names = Object.keys(params);
  if (names.length === 0) return fc.constant({});
  const capitals = fc.constantFrom(...ids).map((id) => id.toUpperCase());
  const wrong = fc.oneof(fc.constantFrom(...ids), fc.uuid(), capitals, hostileText);
  return fc
    .tuple(fc.constantFrom(...names), wrong)
    .map(([name, value]) => ({ ...params, [name]: value }));
}

function bodyLike({ body }: Endpoint, seed: unknown, ids: readonly string[]) {
  if (body instanceof z.ZodUndefined) {
    return mostly<unknown>(undefined, fc.constantFrom({}, [], "text", { a: 1 }));
  }
  const schema = schemaOf(body);
  const variations = variationsOf(seed, schema, ids);
  return fc.oneof(
    { weight: 5, arbitrary: variations },
    { weight: 3, arbitrary: mutationsOf(seed) },
    valuesOf(schema, ids),
    variations.chain(mutationsOf),
  );
}

/** A key is nearly always there; once in a while a header is not what it should be. */
function headersLike({ method }: Endpoint): fc.Arbitrary<Record<string, string>> {
  const key =
    method === "GET" ? fc.constant({}) : fc.uuid().map((id) => ({ "idempotency-key": id }));
  const odd = fc.constantFrom<Record<string, string>>(
    { "idempotency-key": "short" },
    { "idempotency-key": "k".repeat(4_000) },
    { cookie: 'folkmoot=%00; folkmoot="; =; ;;' },
    { "accept-encoding": "gzip, br;q=1.0, *;q=x" },
    { "x-http-method-override": "DELETE" },
    { range: "bytes=0-0" },
    { "if-none-match": "*" },
    { authorization: "Bearer x" },
  );
  return fc.oneof({ weight: 12, arbitrary: key }, odd);
}

export interface Verdict {
  readonly status: number;
  /** What is wrong with the answer; empty where nothing is. */
  readonly faults: readonly string[];
}

const patienceMs = 20_000;
const innards =
  /node_modules|\.ts:\d+|\bat \S+ \(|select .{1,200} from|insert into|update "|Failed query|drizzle|violates|syntax error at|invalid input syntax|relation "|params:/i;

/** Sends a request and judges the answer. */
export async function judge(one: Try): Promise<Verdict> {
  const before = performance.now();
  const response = await send(one).catch((error: Error) => error);
  if (response instanceof Error)
    return { status: 0, faults: [`no answer: ${String(response.cause)}`] };
  const text = await response.text();
  const faults: string[] = [];
  const { status } = response;
  if (status >= 500) faults.push(`it failed: ${status} ${text}`);
  if (performance.now() - before > patienceMs) faults.push("it took more than twenty seconds");
  if (status >= 400) faults.push(...faultsOfProblem(response, text));
  else if (!isAsDescribed(one)) faults.push("it accepted what the contract does not describe");
  if (response.headers.get("x-content-type-options") !== "nosniff") faults.push("no nosniff");
  return { status, faults };
}

function faultsOfProblem({ status, headers }: Response, text: string): string[] {
  const faults: string[] = [];
  const type = headers.get("content-type");
  if (!type?.startsWith("application/problem+json")) faults.push(`the problem is sent as ${type}`);
  const problem = Problem.safeParse(parse(text));
  if (problem.data?.status !== status) faults.push(`no problem document: ${text}`);
  if (innards.test(text)) faults.push(`the answer shows innards: ${text}`);
  return faults;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As it goes over the wire, where half characters do not exist. */
const wired = (value: unknown) =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value ?? null)).toString();
const escape = (value: unknown) => encodeURIComponent(wired(value));

function send({ contract, person, params, query, body, headers }: Try): Promise<Response> {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => escape(params[name]));
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => [value].flat().map((each) => `${escape(name)}=${escape(each)}`));
  const mayHaveBody = contract.method !== "GET" && body !== undefined;
  // Not by the person's own browser, so that a cookie which this request loses is there for the next.
  return fetch(`${person.url}${path}${search.length > 0 ? `?${search.join("&")}` : ""}`, {
    method: contract.method,
    headers: {
      origin: person.url,
      cookie: person.cookie,
      ...(mayHaveBody ? { "content-type": "application/json" } : {}),
      ...headers,
    },
    ...(mayHaveBody ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(4 * patienceMs),
  });
}

/** Whether contract and request agree; what was sent is looked at as it arrives. */
function isAsDescribed({ contract, params, query, body }: Try): boolean {
  const texts = (of: object) =>
    Object.fromEntries(
      Object.entries(of)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => {
          const all = [value].flat().map(wired);
          return [name, all.length === 1 ? all[0] : all];
        }),
    );
  const arrived: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
  return (
    contract.params.safeParse(texts(params)).success &&
    contract.query.safeParse(texts(query)).success &&
    (contract.method === "GET" || contract.body.safeParse(arrived ?? undefined).success)
  );
}
