import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { findTargets, isBelow, type Target } from "../find-targets.ts";
import { useOutline } from "../outline-context.ts";
import type { ClaimNode } from "../tree.ts";

const most = 8;

interface TargetPickerProps {
  node: ClaimNode;
  /** Only claims: for saying that two are the same. */
  claimsOnly?: boolean | undefined;
  label: string;
  value: Target | null;
  onChange: (target: Target | null) => void;
}

/** Finds a position or a claim of this debate by its words. */
export function TargetPicker({ node, claimsOnly, label, value, onChange }: TargetPickerProps) {
  const { t } = useTranslation("debates");
  const { tree } = useOutline();
  const [words, setWords] = useState("");
  const countId = useId();
  const fitting = useMemo(
    () =>
      findTargets(tree, {
        words,
        most: most + 1,
        isOut: (one) =>
          (claimsOnly === true && one.kind === "position") || isBelow(node.claim.id, one),
      }),
    [tree, words, claimsOnly, node],
  );
  const found = fitting.slice(0, most);
  // What is chosen stays in the list while one goes on searching.
  const listed = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  return (
    <div className="space-y-3">
      <TextField
        label={label}
        hint={t("arrange.find")}
        type="search"
        autoFocus
        dir="auto"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        aria-controls={countId}
      />
      <p id={countId} role="status" className="text-sm text-muted">
        {found.length === 0
          ? t("arrange.noneFound")
          : t(fitting.length > most ? "arrange.foundMore" : "arrange.found", {
              count: found.length,
            })}
      </p>
      {listed.length > 0 && (
        <RadioGroup
          label={label}
          hideLabel
          value={value?.id ?? ""}
          choices={listed.map(({ id, text, path }) => ({
            value: id,
            label: <bdi>{text}</bdi>,
            hint: path.length > 0 ? <bdi>{path.join(" › ")}</bdi> : t("arrange.aPosition"),
          }))}
          onChange={(id) => onChange(listed.find((one) => one.id === id) ?? null)}
        />
      )}
    </div>
  );
}
