import { FieldSet } from "../../ui/field.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { useTranslation } from "react-i18next";
import type { Position } from "#shared/contract/claims.ts";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { complain, type FieldsProps } from "./fields.ts";

/** The one position that is put to the vote. */
export function SubjectFields({
  draft,
  onChange,
  positions,
}: FieldsProps & { positions: readonly Position[] }) {
  const { t } = useTranslation("decisions");
  const [only, other] = positions;
  const chosen = draft.subjectId ?? (only && !other ? only.id : undefined);
  return (
    <RadioGroup
      name="positionIds"
      required
      label={t("setup.position")}
      hint={t("setup.position-hint")}
      value={chosen ?? ""}
      onChange={(subjectId) => onChange({ subjectId })}
      choices={positions.map(({ id, title }) => ({ value: id, label: <bdi>{title}</bdi> }))}
    />
  );
}

/** The positions that are put to the vote: all that stand, or some of them. */
export function PositionFields({
  draft,
  onChange,
  positions,
}: FieldsProps & { positions: readonly Position[] }) {
  const { t } = useTranslation("decisions");
  const all = positions.map(({ id }) => id);
  const chosen = draft.positionIds ?? all;
  const turn = (id: string, isOn: boolean) => {
    const next = all.filter((one) => (one === id ? isOn : chosen.includes(one)));
    onChange({ positionIds: next.length === all.length ? null : next });
  };
  const fault = all.filter((id) => chosen.includes(id)).length < 2 ? t("setup.too-few") : "";
  return (
    <FieldSet
      name="positionIds"
      required
      label={t("setup.positions")}
      hint={t("setup.positions-hint")}
    >
      {() => (
        <div className="rounded-md border border-line-strong bg-surface px-3 py-1">
          {positions.map(({ id, title }, at) => (
            <Checkbox
              key={id}
              label={<bdi>{title}</bdi>}
              name={`position.${id}`}
              required={false}
              checked={chosen.includes(id)}
              onChange={({ target }) => turn(id, target.checked)}
              ref={complain(at === 0 ? fault : "")}
            />
          ))}
        </div>
      )}
    </FieldSet>
  );
}
