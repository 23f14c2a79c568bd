import type { Logger } from "pino";

/** Where things are logged. Never personal data, never bodies, never SQL with its parameters. */
export type Log = Pick<Logger, "info" | "warn" | "error" | "debug">;

/** What of an error may be logged. */
export interface ErrorFacts {
  /** Its name and those of its causes, with codes: `DrizzleQueryError < error 22P02`. */
  readonly error: string;
  /** What it says, where that cannot be what somebody wrote. */
  readonly message?: string;
  /** The rule of a table that was broken. */
  readonly constraint?: string;
  /** Where it came from. */
  readonly at?: readonly string[];
}

/**
 * What an error tells without telling what people wrote. A failed query's message holds the SQL and
 * its values, and the database's own words repeat them: of these, names and codes alone are kept.
 */
export function factsOf(error: unknown): ErrorFacts {
  const chain = causesOf(error);
  const [first] = chain;
  if (!first) return { error: typeof error };
  const constraint = chain.map((each) => textOf(each, "constraint")).find(Boolean);
  const message = chain.some(repeatsValues) ? undefined : first.message;
  const at = framesOf(first);
  return {
    error: chain.map(nameOf).join(" < "),
    ...(message === undefined ? {} : { message }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(at.length === 0 ? {} : { at }),
  };
}

function causesOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error && chain.length < 5; at = at.cause) chain.push(at);
  return chain;
}

function textOf(error: Error, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" ? value : undefined;
}

/** A query's error carries its text, the database's own a severity. */
const repeatsValues = (error: Error) => "query" in error || "severity" in error;

const nameOf = (error: Error) =>
  [error.constructor.name, textOf(error, "code")].filter(Boolean).join(" ");

/** The stack without the message above it, which may have many lines. */
function framesOf({ stack = "", message }: Error): string[] {
  const below = message === "" ? stack : (stack.split(message).at(-1) ?? "");
  const lines = below.split("\n").map((line) => line.trim());
  return lines.filter((line) => /^at .+:\d+:\d+\)?$/.test(line)).slice(0, 12);
}
