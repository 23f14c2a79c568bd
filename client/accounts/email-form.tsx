import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Account, changeEmail } from "#shared/contract/accounts.ts";
import { call } from "../lib/api.ts";
import { Badge } from "../ui/badge.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { EmailField } from "./email-field.tsx";
import { MailboxHint } from "./mailbox-hint.tsx";
import { PresentPasswordField, WhosePassword } from "./password-fields.tsx";
import { textOf } from "./text-of.ts";

/** One's mail address: what it is, and the way to another one. */
export function EmailForm({ account }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const ask = useMutation({
    mutationFn: ({ data }: { data: FormData; form: HTMLFormElement }) =>
      call(changeEmail, {
        body: { email: textOf(data, "email"), password: textOf(data, "password") },
      }),
    onSuccess: (_nothing, { form }) => form.reset(),
  });
  return (
    <div className="space-y-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <bdi className="font-medium break-all">{account.email}</bdi>
        <Badge tone={account.isConfirmed ? "good" : "warn"}>
          {account.isConfirmed ? t("settings.confirmed") : t("settings.unconfirmed")}
        </Badge>
      </p>
      {ask.isSuccess && (
        <>
          <Banner tone="info" icon="mail">
            {t("settings.emailSent", { email: textOf(ask.variables.data, "email") })}
          </Banner>
          <MailboxHint />
        </>
      )}
      <Form
        label={t("settings.emailChange")}
        error={ask.error}
        onSubmit={(data, form) => ask.mutate({ data, form })}
      >
        <WhosePassword email={account.email} />
        <EmailField label={t("settings.newEmail")} hint={t("settings.emailHint")} />
        <PresentPasswordField name="password" label={t("password.present")} />
        <FormActions>
          <Button type="submit" busy={ask.isPending}>
            {t("settings.emailChange")}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
