import type { PanelAttribute } from "#shared/contract/panels.ts";
import type { DeclaredAttribute } from "#shared/contract/representation.ts";

/** A panel as it is filled in: numbers as they are typed. */
export interface DraftValue {
  readonly key: string;
  readonly value: string;
  readonly min: string;
  readonly max: string;
}

export interface DraftAttribute {
  readonly key: string;
  readonly name: string;
  readonly values: readonly DraftValue[];
}

export const newValue = (): DraftValue => {
  return { key: crypto.randomUUID(), value: "", min: "", max: "" };
};
export const newAttribute = (): DraftAttribute => ({
  key: crypto.randomUUID(),
  name: "",
  values: [newValue(), newValue()],
});

/** A whole number as it is typed; NaN where it is none, which the server then refuses at its field. */
export const wholeOf = (typed: string): number =>
  /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN;

const boundOf = (typed: string, otherwise: number): number =>
  typed.trim() === "" ? otherwise : wholeOf(typed);

/** What is sent; a bound that is left out bounds nothing. */
export const attributesOf = (draft: readonly DraftAttribute[], seats: number): PanelAttribute[] =>
  draft.map(({ name, values }) => ({
    name,
    values: values.map(({ value, min, max }) => {
      return { value, min: boundOf(min, 0), max: boundOf(max, seats) };
    }),
  }));

/** The quotas as fields have them. */
export const draftOf = (attributes: readonly PanelAttribute[]): DraftAttribute[] =>
  attributes.map(({ name, values }) => ({
    key: name,
    name,
    values: values.map(({ value, min, max }) => {
      return { key: value, value, min: String(min), max: String(max) };
    }),
  }));

const whole = 10_000;

/**
 * Quotas by the shares that there should be: as many of the seats as the share says, rounded down and up, so that they
 * never contradict the size by themselves. Without shares they bound nothing.
 * @param declared what members may say about themselves, with shares in hundredths of a per cent
 */
export const quotasFrom = (
  declared: readonly DeclaredAttribute[],
  seats: number,
): DraftAttribute[] =>
  declared.map(({ id, name, values }) => ({
    key: id,
    name,
    values: values.map((value) => {
      const { target } = value;
      const share = (seats * (target ?? 0)) / whole;
      return {
        key: value.id,
        value: value.name,
        min: target === null ? "" : String(Math.floor(share)),
        max: target === null ? "" : String(Math.ceil(share)),
      };
    }),
  }));

/** Why no panel at all can meet an attribute's quotas, whoever volunteers; null where some can. */
export function slipOf({ values }: PanelAttribute, seats: number): "tooMany" | "tooFew" | null {
  const sum = (bound: "min" | "max") => values.reduce((all, one) => all + one[bound], 0);
  if (sum("min") > seats) return "tooMany";
  return sum("max") < seats ? "tooFew" : null;
}
