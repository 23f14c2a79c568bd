import { useTranslation } from "react-i18next";
import { Checkbox } from "../../ui/checkbox.tsx";
import { FieldSet } from "../../ui/field.tsx";
import { complain, type FieldsProps } from "./fields.ts";

const roles = ["member", "moderator", "owner"] as const;

/** Whose members' votes count: by role, at the moment of opening. */
export function VoterFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation("decisions");
  const turn = (role: string, isOn: boolean) =>
    onChange({ roles: roles.filter((one) => (one === role ? isOn : draft.roles.includes(one))) });
  return (
    <FieldSet
      name="electorate.roles"
      required
      label={t("rules.term.who")}
      hint={t("setup.who-hint")}
    >
      {() => (
        <div className="rounded-md border border-line-strong bg-surface px-3 py-1">
          {roles.map((role, at) => (
            <Checkbox
              key={role}
              label={t(`setup.role.${role}`)}
              name={`role.${role}`}
              required={false}
              checked={draft.roles.includes(role)}
              onChange={({ target }) => turn(role, target.checked)}
              ref={complain(at === 0 && draft.roles.length === 0 ? t("setup.nobody") : "")}
            />
          ))}
        </div>
      )}
    </FieldSet>
  );
}
