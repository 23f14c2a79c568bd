import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { signIn } from "#shared/contract/accounts.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { EmailField } from "./email-field.tsx";
import { Entrance } from "./entrance.tsx";
import { PresentPasswordField } from "./password-fields.tsx";
import { PasskeyButton } from "./passkeys/sign-in-button.tsx";
import { ProviderButton } from "./provider/provider-button.tsx";
import { SecondStepForm } from "./second-step-form.tsx";
import { textOf } from "./text-of.ts";
import { useEntering } from "./use-entering.ts";

/** The way in for those who have an account. */
export function SignInPage() {
  const { t } = useTranslation("accounts");
  const { search, enter } = useEntering();
  const attempt = useMutation({
    mutationFn: (data: FormData) =>
      call(signIn, { body: { email: textOf(data, "email"), password: textOf(data, "password") } }),
    onSuccess: ({ account }) => account && enter(account),
  });
  const step = attempt.data?.secondStep;
  if (step) return <SecondStepForm step={step} onEntered={enter} onRestart={attempt.reset} />;
  return (
    <Entrance
      title={t("signIn.title")}
      otherwise={
        <>
          <p>
            <Link to="/forgot-password" className="link">
              {t("signIn.forgotten")}
            </Link>
          </p>
          <p>
            {t("signIn.newHere")}{" "}
            <Link to="/sign-up" search={search} className="link">
              {t("signUp.title")}
            </Link>
          </p>
        </>
      }
    >
      <Form error={attempt.error} onSubmit={(data) => attempt.mutate(data)}>
        <EmailField autoComplete="username" />
        <PresentPasswordField name="password" label={t("password.label")} />
        <FormActions>
          <Button type="submit" variant="primary" size="large" busy={attempt.isPending}>
            {t("signIn.submit")}
          </Button>
        </FormActions>
      </Form>
      <PasskeyButton onEntered={enter} />
      <ProviderButton next={search.next} />
    </Entrance>
  );
}
