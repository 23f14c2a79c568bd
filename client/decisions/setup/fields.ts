import type { Draft } from "./draft.ts";

/** What each part of the form is given. */
export interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Has the browser hold a field for wrong, in our words, so that the form complains at its place; "" for right. */
export const complain = (text: string) => (field: HTMLInputElement | null) => {
  field?.setCustomValidity(text);
};
