import type { Ballot } from "#shared/voting/index.ts";
import { ApiError } from "../lib/api.ts";
import type { Words } from "./words.ts";

/** What is wrong with a ballot: at options, and in general. */
export interface Faults {
  readonly byOption: ReadonlyMap<string, string>;
  readonly general: readonly string[];
}

const nothingWrong: Faults = { byOption: new Map(), general: [] };
const prefix = "#/body/ballot/";
/** Parts of ballots that are numbers by option. */
const byOptionFields = ["scores", "points", "votes", "grades", "availability"];

/** The options that a pointer into a ballot is about: the one it names, or all of the rank it points to. */
export function optionsAt(pointer: string, ballot: Ballot): readonly string[] {
  if (!pointer.startsWith(prefix)) return [];
  const path = pointer
    .slice(prefix.length)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (byOptionFields.includes(path[0] ?? "")) return path.slice(1, 2);
  if (path[0] === "method") return [];
  // The reason has a field of its own beside the options.
  if (path[0] === "reason") return ["reason"];
  let at: unknown = ballot;
  for (const part of path) {
    at = at === null || typeof at !== "object" ? undefined : new Map(Object.entries(at)).get(part);
  }
  return [at].flat().filter((option) => typeof option === "string");
}

/** The server's complaints about a ballot, in words at the option that each is about. */
export function faultsOf(error: unknown, ballot: Ballot | null, { t }: Words): Faults {
  if (!(error instanceof ApiError) || error.code !== "ballot-invalid" || !ballot) {
    return nothingWrong;
  }
  const byOption = new Map<string, string>();
  const general: string[] = [];
  for (const { pointer, detail, reason } of error.problem.errors ?? []) {
    const text = t(`ballot.fault.${reason?.code}`, { ...reason?.values, defaultValue: detail });
    const options = optionsAt(pointer, ballot);
    for (const option of options) byOption.set(option, text);
    if (options.length === 0) general.push(text);
  }
  return { byOption, general };
}
