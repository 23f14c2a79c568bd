import type { BallotFault } from "./method.ts";

/** Where each option stands in the decision's list. */
export type OptionIndex = ReadonlyMap<string, number>;

/** Numbers the options; a list that is empty or names one twice is misuse. */
export function indexOptions(options: readonly string[]): OptionIndex {
  const index = new Map(options.map((option, place) => [option, place]));
  if (index.size === 0) throw new RangeError("a count needs options");
  if (index.size < options.length) throw new RangeError("an option is listed twice");
  return index;
}

/** The option's number; a ballot that names another one should not have passed validation. */
export function placeOf(index: OptionIndex, option: string): number {
  const place = index.get(option);
  if (place === undefined) throw new RangeError("a ballot names an option that is not on the list");
  return place;
}

/** One option named in a ballot, and where. */
export interface Mention {
  readonly option: string;
  readonly pointer: string;
}

/** Finds options that are unknown or named twice. */
export function checkMentions(
  mentions: readonly Mention[],
  options: readonly string[],
): BallotFault[] {
  const known = new Set(options);
  const seen = new Set<string>();
  const faults: BallotFault[] = [];
  for (const { option, pointer } of mentions) {
    if (!known.has(option)) faults.push({ pointer, code: "unknown-option", values: { option } });
    else if (seen.has(option))
      faults.push({ pointer, code: "duplicate-option", values: { option } });
    seen.add(option);
  }
  return faults;
}

/** Escapes one step of a JSON Pointer (RFC 6901). */
export function pointerTo(...steps: (string | number)[]): string {
  return steps
    .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}
