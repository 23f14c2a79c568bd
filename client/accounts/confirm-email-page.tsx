import { useMutation } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Account, confirmEmail, resendConfirmation } from "#shared/contract/accounts.ts";
import { ApiError, call } from "../lib/api.ts";
import { useAccount, useSessionChange } from "../lib/session.ts";
import { Banner } from "../ui/banner.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { ErrorState } from "../ui/states.tsx";
import { toast } from "../ui/toast.ts";
import { Entrance } from "./entrance.tsx";
import { MailboxHint } from "./mailbox-hint.tsx";
import { SecondStepForm } from "./second-step-form.tsx";

/** The link is used up or too old: another one for who is signed in, else the way in. */
function Spent() {
  const { t } = useTranslation("accounts");
  const account = useAccount();
  const resend = useMutation({ mutationFn: () => call(resendConfirmation, {}) });
  const mayResend = account !== null && account !== undefined && !account.isConfirmed;
  return (
    <Entrance title={t("confirm.spent")} lead={t("confirm.spentLead")}>
      {resend.error && <ErrorState error={resend.error} />}
      {resend.isSuccess && (
        <>
          <Banner tone="info" icon="mail">
            {t("confirm.resent")}
          </Banner>
          <MailboxHint />
        </>
      )}
      {mayResend && !resend.isSuccess && (
        <Button variant="primary" busy={resend.isPending} onClick={() => resend.mutate()}>
          {t("confirm.resend")}
        </Button>
      )}
      {account === null && (
        <ButtonLink to="/sign-in" variant="primary">
          {t("signIn.title")}
        </ButtonLink>
      )}
      {account?.isConfirmed && <ButtonLink to="/settings">{t("settings.title")}</ButtonLink>}
    </Entrance>
  );
}

/**
 * Where the link of the mail leads. It takes a press of a button, as programs that look through mails
 * for harm open every link in them.
 */
export function ConfirmEmailPage() {
  const { t } = useTranslation("accounts");
  const token = useLocation({ select: ({ hash }) => hash });
  const navigate = useNavigate();
  const changeSession = useSessionChange();
  const enter = async (account: Account) => {
    changeSession(account);
    toast({ title: t("confirm.done", { email: account.email }), tone: "good" });
    await navigate({ to: "/", replace: true });
  };
  const confirm = useMutation({
    mutationFn: () => call(confirmEmail, { body: { token } }),
    onSuccess: ({ account }) => account && enter(account),
  });
  const step = confirm.data?.secondStep;
  if (step) {
    const restart = () => void navigate({ to: "/sign-in", replace: true });
    return (
      <SecondStepForm
        step={step}
        onEntered={(account) => void enter(account)}
        onRestart={restart}
      />
    );
  }
  const isSpent = confirm.error instanceof ApiError && confirm.error.status === 410;
  if (token === "" || isSpent) return <Spent />;
  return (
    <Entrance title={t("confirm.title")} lead={t("confirm.lead")}>
      {confirm.error && <ErrorState error={confirm.error} />}
      <Button
        variant="primary"
        size="large"
        busy={confirm.isPending}
        onClick={() => confirm.mutate()}
      >
        {t("confirm.submit")}
      </Button>
    </Entrance>
  );
}
