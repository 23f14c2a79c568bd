import { Checkbox } from "../../ui/checkbox.tsx";
import { Select } from "../../ui/select.tsx";
import { methodFacts } from "../method-facts.ts";
import { useWords } from "../words.ts";
import { type Draft, tieBreaks } from "./draft.ts";
import type { FieldsProps } from "./fields.ts";

/** What settles a tie, and whether voters can say why they vote as they do: neither where the method sees to it. */
export function TieFields({ draft, onChange }: FieldsProps) {
  const { t } = useWords();
  const { kind, group } = methodFacts[draft.settings.method];
  return (
    <>
      {group !== "proposal" && (
        <Select
          name="tieBreak"
          required
          className="max-w-md"
          label={t("rules.term.ties")}
          hint={t(`rules.ties.${draft.tieBreak}`)}
          value={draft.tieBreak}
          onChange={({ target }) => onChange({ tieBreak: target.value as Draft["tieBreak"] })}
        >
          {tieBreaks.map((rule) => (
            <option key={rule} value={rule}>
              {t(`setup.tie-break.${rule}`)}
            </option>
          ))}
        </Select>
      )}
      {kind !== "stance" && (
        <Checkbox
          name="reasons"
          required={false}
          disabled={draft.secrecy === "secret"}
          label={t("setup.reasons")}
          hint={t("setup.reasons-hint")}
          checked={draft.reasons === "optional"}
          onChange={({ target }) => onChange({ reasons: target.checked ? "optional" : "off" })}
        />
      )}
      {draft.secrecy !== "secret" && (
        <Checkbox
          name="takesPaper"
          required={false}
          label={t("setup.paper")}
          hint={t("setup.paper-hint")}
          checked={draft.takesPaper}
          onChange={({ target }) => onChange({ takesPaper: target.checked })}
        />
      )}
    </>
  );
}
