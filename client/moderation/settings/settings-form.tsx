import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  changeModerationSettings,
  type ModerationSettings,
} from "#shared/contract/moderation-settings.ts";
import { spamEffects } from "#shared/contract/spam.ts";
import { ApiError, call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.ts";
import { settingsQuery } from "../queries.ts";
import { linesOf, numbers, parts, settingsIn } from "./numbers.ts";

interface FormProps {
  communityId: string;
  /** As they were when the form was opened: what others change meanwhile is a conflict, not a surprise. */
  opened: ModerationSettings;
  onReload: () => void;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="space-y-4 border-line not-first:border-t not-first:pt-5">
      <legend className="float-start mb-3 w-full font-serif text-lg font-semibold">{title}</legend>
      <div className="clear-both space-y-4">{children}</div>
    </fieldset>
  );
}

function Effect({ opened }: Pick<FormProps, "opened">) {
  const { t } = useTranslation("moderation");
  return (
    <RadioGroup
      name="effect"
      label={t("settings.effect.label")}
      required
      defaultValue={opened.spam.effect}
      choices={spamEffects.map((value) => ({
        value,
        label: t(`settings.effect.${value}`),
        hint: t(`settings.effect.${value}Hint`),
      }))}
    />
  );
}

function WordFields({ opened }: Pick<FormProps, "opened">) {
  const { t } = useTranslation("moderation");
  return (
    <Part title={t("settings.part.words")}>
      {(["hold", "advice"] as const).map((effect) => (
        <TextArea
          key={effect}
          name={effect}
          rows={4}
          label={t(`settings.words.${effect}`)}
          hint={t(`settings.words.${effect}Hint`)}
          defaultValue={linesOf(opened, effect)}
          dir="auto"
        />
      ))}
    </Part>
  );
}

/** Where owners say how their community moderates; each threshold with what it means. */
export function SettingsForm({ communityId, opened, onReload }: FormProps) {
  const { t } = useTranslation("moderation");
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (data: FormData) =>
      call(changeModerationSettings, {
        params: { communityId },
        body: settingsIn(data, opened),
      }),
    onSuccess: (now) => {
      queries.setQueryData(settingsQuery(communityId).queryKey, now);
      toast({ title: t("settings.saved"), tone: "good" });
      onReload();
    },
  });
  const isStale = save.error instanceof ApiError && save.error.code === "stale-version";
  return (
    <Form error={save.error} onSubmit={(data) => save.mutate(data)}>
      {parts.map((part) => (
        <Part key={part} title={t(`settings.part.${part}`)}>
          {part === "spam" && <Effect opened={opened} />}
          {numbers[part].map(({ name, of, ...bounds }) => (
            <TextField
              key={name}
              type="number"
              name={name}
              label={t(`settings.number.${name}`)}
              hint={t(`settings.number.${name}Hint`)}
              required
              inputMode="decimal"
              className="max-w-96"
              defaultValue={of(opened)}
              {...bounds}
            />
          ))}
        </Part>
      ))}
      <WordFields opened={opened} />
      <FormActions>
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t("settings.save")}
        </Button>
        {isStale && <Button onClick={onReload}>{t("settings.reload")}</Button>}
      </FormActions>
    </Form>
  );
}
