import type { DeclaredGroups } from "#shared/contract/representation.ts";

/** What members may say about themselves, as the fields of a form have it. */
export interface DraftValue {
  readonly key: string;
  readonly id?: string | undefined;
  readonly name: string;
  /** in per cent, as it is typed */
  readonly share: string;
}

export interface DraftAttribute {
  readonly key: string;
  readonly id?: string | undefined;
  readonly name: string;
  readonly values: readonly DraftValue[];
}

const shareOf = (target: number | null): string => (target === null ? "" : String(target / 100));

export const newValue = (): DraftValue => ({ key: crypto.randomUUID(), name: "", share: "" });
export const newAttribute = (): DraftAttribute => ({
  key: crypto.randomUUID(),
  name: "",
  values: [newValue(), newValue()],
});

export interface Table {
  readonly name: string;
  readonly values: readonly { readonly name: string; readonly target: number | null }[];
}

export const draftOf = ({ attributes }: Pick<DeclaredGroups, "attributes">): DraftAttribute[] =>
  attributes.map(({ id, name, values }) => ({
    key: id,
    id,
    name,
    values: values.map((value) => {
      return { key: value.id, id: value.id, name: value.name, share: shareOf(value.target) };
    }),
  }));

/** What a table says, with the ids of what is there already by the same names. */
export const draftFrom = (
  tables: readonly Table[],
  known: readonly DraftAttribute[],
): DraftAttribute[] =>
  tables.map(({ name, values }) => {
    const same = known.find((attribute) => attribute.name === name);
    return {
      ...newAttribute(),
      id: same?.id,
      name,
      values: values.map((value) => ({
        ...newValue(),
        id: same?.values.find((one) => one.name === value.name)?.id,
        name: value.name,
        share: shareOf(value.target),
      })),
    };
  });

/** Hundredths of a per cent, from per cent as people type it; what is no number is none that passes. */
const targetOf = (share: string): number | null => {
  const text = share.replace(",", ".").replace("%", "").trim();
  return text === "" ? null : Math.round(Number(text) * 100);
};

/** What is sent. */
export const bodyOf = (draft: readonly DraftAttribute[]) =>
  draft.map(({ id, name, values }) => ({
    ...(id !== undefined && { id }),
    name,
    values: values.map((value) => ({
      ...(value.id !== undefined && { id: value.id }),
      name: value.name,
      target: targetOf(value.share),
    })),
  }));
