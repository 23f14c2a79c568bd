import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Account, changePassword } from "#shared/contract/accounts.ts";
import { call } from "../lib/api.ts";
import { accountQuery } from "../lib/session.ts";
import { useRealtime } from "../lib/use-room.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { toast } from "../ui/toast.ts";
import { NewPasswordField, PresentPasswordField, WhosePassword } from "./password-fields.tsx";
import { sessionsQuery } from "./queries.ts";
import { textOf } from "./text-of.ts";

/** Another password; all other devices are signed out. */
export function PasswordForm({ account }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const cache = useQueryClient();
  const realtime = useRealtime();
  const change = useMutation({
    mutationFn: ({ data }: { data: FormData; form: HTMLFormElement }) =>
      call(changePassword, {
        body: {
          currentPassword: textOf(data, "currentPassword"),
          newPassword: textOf(data, "newPassword"),
        },
      }),
    onSuccess: (_nothing, { form }) => {
      form.reset();
      realtime.reconnect();
      toast({ title: t("password.changed"), detail: t("password.changedDetail"), tone: "good" });
      void cache.invalidateQueries({ queryKey: accountQuery.queryKey });
      return cache.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
  return (
    <Form
      label={t("password.change")}
      error={change.error}
      onSubmit={(data, form) => change.mutate({ data, form })}
    >
      <WhosePassword email={account.email} />
      <PresentPasswordField name="currentPassword" label={t("password.present")} />
      <NewPasswordField name="newPassword" label={t("password.new")} />
      <FormActions>
        <Button type="submit" busy={change.isPending}>
          {t("password.change")}
        </Button>
      </FormActions>
    </Form>
  );
}
