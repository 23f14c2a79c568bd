import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Account, changeProfile } from "#shared/contract/accounts.ts";
import type { Language } from "#shared/contract/phases.ts";
import { chooseLanguage, languageNames, languages } from "../app/i18n.ts";
import { call } from "../lib/api.ts";
import { accountQuery } from "../lib/session.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";
import { textOf } from "./text-of.ts";

/** One's name and language. */
export function ProfileForm({ account }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const cache = useQueryClient();
  const save = useMutation({
    mutationFn: (data: FormData) =>
      call(changeProfile, {
        body: { name: textOf(data, "name"), language: textOf(data, "language") as Language },
      }),
    onSuccess: async ({ account: saved }) => {
      // An answer that is on its way may be older than this one.
      await cache.cancelQueries({ queryKey: accountQuery.queryKey });
      cache.setQueryData(accountQuery.queryKey, saved);
      if (saved.language !== account.language) await chooseLanguage(saved.language);
      toast({ title: t("settings.saved"), tone: "good" });
    },
  });
  return (
    <Form error={save.error} onSubmit={(data) => save.mutate(data)}>
      <TextField
        name="name"
        label={t("name.label")}
        hint={t("name.settingsHint")}
        required
        maxLength={80}
        autoComplete="name"
        defaultValue={account.name}
        dir="auto"
      />
      <Select name="language" label={t("language")} required defaultValue={account.language}>
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageNames[language]}
          </option>
        ))}
      </Select>
      <FormActions>
        <Button type="submit" busy={save.isPending}>
          {t("settings.save")}
        </Button>
      </FormActions>
    </Form>
  );
}
