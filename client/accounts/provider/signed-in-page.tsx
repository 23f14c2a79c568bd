import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "#shared/contract/account.ts";
import type { Language } from "#shared/contract/phases.ts";
import { completeProvider } from "#shared/contract/provider.ts";
import { call } from "../../lib/api.ts";
import { useAccount, useSessionChange } from "../../lib/session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ErrorState } from "../../ui/states.tsx";
import { toast } from "../../ui/toast.ts";
import { Entrance } from "../entrance.tsx";
import { safePath } from "../safe-path.ts";
import { SecondStepForm } from "../second-step-form.tsx";
import { takeNext } from "./way-out.ts";

/** Ends the way to the provider and back, once. */
function useReturn() {
  const { t, i18n } = useTranslation("accounts");
  const router = useRouter();
  const changeSession = useSessionChange();
  const enter = (account: Account) => {
    changeSession(account);
    router.history.replace(safePath(takeNext(), window.location.origin));
  };
  const attempt = useMutation({
    mutationFn: (answer: string) =>
      call(completeProvider, { body: { answer, language: i18n.language as Language } }),
    onSuccess: ({ account, isLinked }) => {
      if (isLinked) toast({ title: t("provider.linked"), tone: "good" });
      if (account) enter(account);
    },
  });
  const { mutate } = attempt;
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    mutate(window.location.search.slice(1) || "none");
  }, [mutate]);
  return { attempt, enter, restart: () => router.history.replace("/sign-in") };
}

/** Where the provider leads back to: the door, or the settings of who links an account. */
export function SignedInPage() {
  const { t } = useTranslation("accounts");
  const isInside = Boolean(useAccount());
  const { attempt, enter, restart } = useReturn();
  const step = attempt.data?.secondStep;
  if (step) return <SecondStepForm step={step} onEntered={enter} onRestart={restart} />;
  return (
    <Entrance title={t("signIn.title")}>
      {attempt.error ? (
        <>
          <ErrorState error={attempt.error} />
          <p className="mt-6">
            {isInside ? (
              <ButtonLink to="/settings">{t("settings.title")}</ButtonLink>
            ) : (
              <ButtonLink to="/sign-in" variant="primary">
                {t("signIn.title")}
              </ButtonLink>
            )}
          </p>
        </>
      ) : (
        <Skeleton shape="text" />
      )}
    </Entrance>
  );
}
