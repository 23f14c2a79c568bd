import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { Section } from "./section.tsx";

function Texts() {
  const { t } = useTranslation("design");
  return (
    <>
      <TextField
        name="name"
        label={t("fields.name")}
        hint={t("fields.nameHint")}
        required
        minLength={3}
      />
      <TextField
        name="slug"
        label={t("fields.address")}
        prefix="folkmoot.example/c/"
        required
        defaultValue="open-models"
      />
      <TextField name="email" type="email" label={t("fields.email")} autoComplete="email" />
      <PasswordField name="password" label={t("fields.password")} autoComplete="off" required />
      <TextArea
        name="claim"
        label={t("fields.claim")}
        hint={t("fields.claimHint")}
        limit={120}
        serif
        defaultValue={t("type.claim")}
        required
      />
    </>
  );
}

function Choices() {
  const { t } = useTranslation("design");
  return (
    <>
      <Select name="topic" label={t("fields.topic")} required>
        <option value="bias">{t("fields.bias")}</option>
        <option value="disputes">{t("fields.disputes")}</option>
      </Select>
      <RadioGroup
        name="join"
        label={t("fields.join")}
        defaultValue="open"
        required
        choices={[
          { value: "open", label: t("fields.open"), hint: t("fields.openHint") },
          { value: "asked", label: t("fields.asked"), hint: t("fields.askedHint") },
          { value: "never", label: t("fields.never"), disabled: true },
        ]}
      />
    </>
  );
}

export function Fields() {
  const { t } = useTranslation("design");
  const [error, setError] = useState<ApiError | null>(null);
  const refuse = () =>
    setError(
      new ApiError({
        type: "/problems/invalid-request",
        title: "The request is not well formed",
        status: 422,
        errors: [{ pointer: "/body/slug", detail: t("fields.slugTaken") }],
        requestId: "req-7f3a",
      }),
    );
  return (
    <Section title={t("fields.title")}>
      <Form error={error} onSubmit={refuse} label={t("fields.title")} className="max-w-xl">
        <Texts />
        <Choices />
        <Checkbox name="private" label={t("fields.private")} hint={t("fields.privateHint")} />
        <TextField label={t("fields.locked")} disabled defaultValue={t("fields.lockedValue")} />
        <TextField label={t("fields.wrong")} error={t("fields.wrongError")} defaultValue="…" />
        <FormActions>
          <Button type="submit" variant="primary">
            {t("fields.send")}
          </Button>
          <Button variant="quiet" onClick={() => setError(null)}>
            {t("fields.reset")}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
