import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { signUp } from "#shared/contract/accounts.ts";
import type { Language } from "#shared/contract/phases.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";
import { EmailField } from "./email-field.tsx";
import { Entrance } from "./entrance.tsx";
import { NewPasswordField } from "./password-fields.tsx";
import { textOf } from "./text-of.ts";
import { useEntering } from "./use-entering.ts";

/** The way in for newcomers: they are in at once, and confirm their address when the mail arrives. */
export function SignUpPage() {
  const { t, i18n } = useTranslation("accounts");
  const { search, enter } = useEntering();
  const attempt = useMutation({
    mutationFn: (data: FormData) =>
      call(signUp, {
        body: {
          name: textOf(data, "name"),
          email: textOf(data, "email"),
          password: textOf(data, "password"),
          language: i18n.language as Language,
        },
      }),
    onSuccess: ({ account }) => {
      toast({ title: t("signUp.welcome", { name: account.name }), tone: "good" });
      enter(account);
    },
  });
  return (
    <Entrance
      title={t("signUp.title")}
      lead={t("signUp.lead")}
      otherwise={
        <p>
          {t("signUp.haveOne")}{" "}
          <Link to="/sign-in" search={search} className="link">
            {t("signIn.title")}
          </Link>
        </p>
      }
    >
      <Form error={attempt.error} onSubmit={(data) => attempt.mutate(data)}>
        <TextField
          name="name"
          label={t("name.label")}
          hint={t("name.hint")}
          required
          maxLength={80}
          autoComplete="name"
          dir="auto"
        />
        <EmailField autoComplete="username" hint={t("signUp.emailHint")} />
        <NewPasswordField name="password" label={t("password.label")} />
        <FormActions>
          <Button type="submit" variant="primary" size="large" busy={attempt.isPending}>
            {t("signUp.submit")}
          </Button>
        </FormActions>
      </Form>
    </Entrance>
  );
}
