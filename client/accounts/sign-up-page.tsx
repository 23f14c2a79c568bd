import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";
import { EmailField } from "./email-field.tsx";
import { Entrance } from "./entrance.tsx";
import { NewPasswordField } from "./password-fields.tsx";
import { TrapField } from "./trap-field.tsx";
import { useEntering } from "./use-entering.ts";
import { useSignUp } from "./use-sign-up.ts";

/** The way in for newcomers: they are in at once, and confirm their address when the mail arrives. */
export function SignUpPage() {
  const { t } = useTranslation("accounts");
  const { search, enter } = useEntering();
  const attempt = useSignUp((account) => {
    toast({ title: t("signUp.welcome", { name: account.name }), tone: "good" });
    enter(account);
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
      <Form error={attempt.error} onSubmit={(data) => attempt.send(data)}>
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
        <TrapField key={attempt.tries} />
        <FormActions>
          <Button type="submit" variant="primary" size="large" busy={attempt.isPending}>
            {t("signUp.submit")}
          </Button>
        </FormActions>
      </Form>
    </Entrance>
  );
}
