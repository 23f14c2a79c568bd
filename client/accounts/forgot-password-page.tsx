import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { requestPasswordReset } from "#shared/contract/accounts.ts";
import { call } from "../lib/api.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { EmailField } from "./email-field.tsx";
import { Entrance } from "./entrance.tsx";
import { MailboxHint } from "./mailbox-hint.tsx";
import { textOf } from "./text-of.ts";

/** Has a link sent. What is said afterwards is the same whether or not the address is known. */
export function ForgotPasswordPage() {
  const { t } = useTranslation("accounts");
  const asked = useMutation({
    mutationFn: (data: FormData) =>
      call(requestPasswordReset, { body: { email: textOf(data, "email") } }),
  });
  return (
    <Entrance
      title={t("forgot.title")}
      lead={t("forgot.lead")}
      otherwise={
        <p>
          <Link to="/sign-in" className="link">
            {t("forgot.back")}
          </Link>
        </p>
      }
    >
      <Form error={asked.error} onSubmit={(data) => asked.mutate(data)}>
        <EmailField autoComplete="username" />
        <FormActions>
          <Button type="submit" variant="primary" size="large" busy={asked.isPending}>
            {asked.isSuccess ? t("forgot.again") : t("forgot.submit")}
          </Button>
        </FormActions>
      </Form>
      {asked.isSuccess && (
        <>
          <Banner tone="info" icon="mail">
            {t("forgot.sent", { email: textOf(asked.variables, "email") })}
          </Banner>
          <MailboxHint />
        </>
      )}
    </Entrance>
  );
}
