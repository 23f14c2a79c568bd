import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Account } from "#shared/contract/accounts.ts";
import { deleteAccount } from "#shared/contract/leaving.ts";
import { call } from "../lib/api.ts";
import { useSessionChange } from "../lib/session.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";

const textOf = (data: FormData, name: string) => {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
};

function useDelete() {
  const { t } = useTranslation("leaving");
  const changeSession = useSessionChange();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (data: FormData) => {
      const code = textOf(data, "proof.code");
      const body = { password: textOf(data, "password"), proof: code === "" ? {} : { code } };
      return call(deleteAccount, { body });
    },
    onSuccess: async () => {
      await navigate({ to: "/" });
      changeSession(null);
      toast({ title: t("delete.done"), detail: t("delete.doneDetail"), tone: "good" });
    },
  });
}

/** The password once more, and the second step where there is one. */
export function DeleteForm({ account }: { account: Account }) {
  const { t } = useTranslation("leaving");
  const remove = useDelete();
  return (
    <Form
      label={t("delete.title")}
      error={remove.error}
      onSubmit={(data) => remove.mutate(data)}
      className="max-w-md"
    >
      <input type="text" autoComplete="username" value={account.email} readOnly hidden />
      <PasswordField
        name="password"
        label={t("delete.proof")}
        required
        maxLength={200}
        autoComplete="current-password"
      />
      <TextField
        name="proof.code"
        label={t("delete.code")}
        hint={t("delete.codeHint")}
        maxLength={20}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
      />
      <FormActions>
        <Button type="submit" variant="danger" busy={remove.isPending}>
          {t("delete.submit")}
        </Button>
      </FormActions>
    </Form>
  );
}
