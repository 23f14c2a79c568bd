import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Account, SecondStep } from "#shared/contract/account.ts";
import { completeSignIn } from "#shared/contract/two-steps.ts";
import { ApiError, call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { CodeField } from "./code-field.tsx";
import { Entrance } from "./entrance.tsx";
import { textOf } from "./text-of.ts";

interface SecondStepFormProps {
  step: SecondStep;
  onEntered: (account: Account) => void;
  /** Back to the first step. */
  onRestart: () => void;
}

/** What is asked for once the password was right. */
export function SecondStepForm({ step, onEntered, onRestart }: SecondStepFormProps) {
  const { t } = useTranslation("accounts");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const attempt = useMutation({
    mutationFn: (data: FormData) =>
      call(completeSignIn, {
        body: { ticket: step.ticket, proof: { code: textOf(data, "proof.code") } },
      }),
    onSuccess: ({ account }) => account && onEntered(account),
  });
  const isOver = attempt.error instanceof ApiError && attempt.error.code === "too-late";
  return (
    <Entrance
      title={t("secondStep.title")}
      lead={t("secondStep.lead")}
      otherwise={
        <>
          <p>{t("secondStep.lost")}</p>
          <p>
            <Button size="small" onClick={onRestart}>
              {t("secondStep.restart")}
            </Button>
          </p>
        </>
      }
    >
      <Form error={attempt.error} onSubmit={(data) => attempt.mutate(data)}>
        <CodeField ref={field} name="proof.code" label={t("code.label")} hint={t("code.hint")} />
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            size="large"
            busy={attempt.isPending}
            disabled={isOver}
          >
            {t("signIn.submit")}
          </Button>
        </FormActions>
      </Form>
    </Entrance>
  );
}
