import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fold, hasAll, wordsOf } from "#shared/finding/words.ts";
import { RadioGroup } from "../ui/radio-group.tsx";
import { TextField } from "../ui/text-field.tsx";

const most = 8;

type ChoiceKind = "position" | "claim" | "statement";

export interface Choice<K extends ChoiceKind> {
  readonly kind: K;
  readonly id: string;
  readonly text: string;
}

interface PickerProps<K extends ChoiceKind> {
  label: string;
  among: readonly Choice<K>[];
  value: string;
  onChange: (choice: Choice<K>) => void;
}

/** Finds a position, a claim or a statement by its words. */
export function Picker<K extends ChoiceKind>({ label, among, value, onChange }: PickerProps<K>) {
  const { t } = useTranslation(["debates", "moderation"]);
  const [search, setSearch] = useState("");
  const words = wordsOf(search);
  const fitting = among.filter(({ id, text }) => id === value || hasAll(fold(text), words));
  const found = fitting.slice(0, most);
  // Where all are of one kind, the label says which.
  const isMixed = among.some(({ kind }) => kind !== among[0]?.kind);
  return (
    <div className="space-y-3">
      <TextField
        label={label}
        hint={t("arrange.find")}
        type="search"
        dir="auto"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      <p role="status" className="text-sm text-muted">
        {found.length === 0
          ? t("arrange.noneFound")
          : t(fitting.length > most ? "arrange.foundMore" : "arrange.found", {
              count: found.length,
            })}
      </p>
      {found.length > 0 && (
        <RadioGroup
          label={label}
          hideLabel
          value={value}
          choices={found.map(({ id, kind, text }) => ({
            value: id,
            label: <bdi>{text}</bdi>,
            hint: isMixed && t(`moderation:subject.${kind}`),
          }))}
          onChange={(id) => {
            const chosen = found.find((one) => one.id === id);
            if (chosen) onChange(chosen);
          }}
        />
      )}
    </div>
  );
}
