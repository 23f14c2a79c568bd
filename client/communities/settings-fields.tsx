import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Community,
  communityLimits,
  type CommunitySummary,
  type JoinPolicy,
} from "#shared/contract/communities.ts";
import { languageNames, languages } from "../app/i18n.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { textOf } from "./text-of.ts";

export interface Settings extends Pick<CommunitySummary, "name" | "language"> {
  readonly description: string;
  readonly isPrivate: boolean;
  readonly joinPolicy: JoinPolicy;
}

type DelegationSettings = Pick<Community, "allowsDelegation" | "delegationCapPercent">;

/** How votes are delegated, as a form has it. */
export const delegationSettingsOf = (data: FormData): DelegationSettings => ({
  allowsDelegation: data.get("allowsDelegation") !== null,
  delegationCapPercent: Number(textOf(data, "delegationCapPercent")),
});

/** The settings as a form has them; whoever enters a private community was invited. */
export function settingsOf(data: FormData): Settings {
  const isPrivate = data.get("visibility") === "private";
  return {
    name: textOf(data, "name"),
    description: textOf(data, "description"),
    language: textOf(data, "language") as Settings["language"],
    isPrivate,
    joinPolicy: isPrivate ? "by-invitation" : (textOf(data, "joinPolicy") as JoinPolicy),
  };
}

const policies: readonly JoinPolicy[] = ["open", "on-request", "by-invitation"];

/** Who sees a community, and how people come in. */
export function DoorFields({ initial }: { initial: Pick<Settings, "isPrivate" | "joinPolicy"> }) {
  const { t } = useTranslation("communities");
  const [isPrivate, setIsPrivate] = useState(initial.isPrivate);
  return (
    <>
      <RadioGroup
        name="visibility"
        label={t("form.visibility")}
        required
        value={isPrivate ? "private" : "public"}
        onChange={(value) => setIsPrivate(value === "private")}
        choices={[
          { value: "public", label: t("public"), hint: t("form.publicHint") },
          { value: "private", label: t("private"), hint: t("form.privateHint") },
        ]}
      />
      {!isPrivate && (
        <RadioGroup
          name="joinPolicy"
          label={t("form.joinPolicy")}
          required
          defaultValue={initial.joinPolicy}
          choices={policies.map((value) => ({
            value,
            label: t(`policy.${value}`),
            hint: t(`policyHint.${value}`),
          }))}
        />
      )}
    </>
  );
}

/** Whether members may have others vote for them, and how much one of these may carry. */
export function DelegationFields({ initial }: { initial: DelegationSettings }) {
  const { t } = useTranslation("communities");
  return (
    <>
      <Checkbox
        name="allowsDelegation"
        label={t("form.delegation")}
        hint={t("form.delegationHint")}
        defaultChecked={initial.allowsDelegation}
      />
      <TextField
        type="number"
        name="delegationCapPercent"
        label={t("form.cap")}
        hint={t("form.capHint")}
        required
        min={1}
        max={100}
        step={1}
        inputMode="numeric"
        className="max-w-72"
        defaultValue={initial.delegationCapPercent}
      />
    </>
  );
}

/** What a community is about. */
export function AboutFields({ initial }: { initial: Pick<Settings, "description" | "language"> }) {
  const { t } = useTranslation("communities");
  return (
    <>
      <TextArea
        name="description"
        label={t("form.description")}
        hint={t("form.descriptionHint")}
        rows={5}
        limit={communityLimits.description}
        defaultValue={initial.description}
      />
      <Select
        name="language"
        label={t("form.language")}
        hint={t("form.languageHint")}
        required
        defaultValue={initial.language}
      >
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageNames[language]}
          </option>
        ))}
      </Select>
    </>
  );
}
