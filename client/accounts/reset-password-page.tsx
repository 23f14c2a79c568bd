import { useMutation } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { resetPassword } from "#shared/contract/accounts.ts";
import { ApiError, call } from "../lib/api.ts";
import { useSessionChange } from "../lib/session.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { toast } from "../ui/toast.ts";
import { Entrance } from "./entrance.tsx";
import { NewPasswordField } from "./password-fields.tsx";
import { textOf } from "./text-of.ts";

/** The link is used up, too old, or was cut in two by a mail program. */
function Spent() {
  const { t } = useTranslation("accounts");
  return (
    <Entrance title={t("reset.spent")} lead={t("reset.spentLead")}>
      <ButtonLink to="/forgot-password" variant="primary">
        {t("reset.newLink")}
      </ButtonLink>
    </Entrance>
  );
}

/** Where the link of the mail leads: a new password. */
export function ResetPasswordPage() {
  const { t } = useTranslation("accounts");
  const token = useLocation({ select: ({ hash }) => hash });
  const navigate = useNavigate();
  const changeSession = useSessionChange();
  const attempt = useMutation({
    mutationFn: (data: FormData) =>
      call(resetPassword, { body: { token, password: textOf(data, "password") } }),
    onSuccess: async () => {
      toast({ title: t("reset.done"), detail: t("reset.doneDetail"), tone: "good" });
      changeSession(null);
      await navigate({ to: "/sign-in", replace: true });
    },
  });
  const isSpent = attempt.error instanceof ApiError && attempt.error.status === 410;
  if (token === "" || isSpent) return <Spent />;
  return (
    <Entrance
      title={t("reset.title")}
      lead={t("reset.lead")}
      otherwise={
        <p>
          <Link to="/sign-in" className="link">
            {t("forgot.back")}
          </Link>
        </p>
      }
    >
      <Form error={attempt.error} onSubmit={(data) => attempt.mutate(data)}>
        <NewPasswordField name="password" label={t("password.new")} />
        <FormActions>
          <Button type="submit" variant="primary" size="large" busy={attempt.isPending}>
            {t("reset.submit")}
          </Button>
        </FormActions>
      </Form>
    </Entrance>
  );
}
