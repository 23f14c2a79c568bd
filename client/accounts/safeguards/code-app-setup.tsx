import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "#shared/contract/accounts.ts";
import { beginCodes, confirmCodes } from "#shared/contract/two-steps.ts";
import { call, type Reply } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { toast } from "../../ui/toast.ts";
import { CodeField } from "../code-field.tsx";
import { PresentPasswordField, WhosePassword } from "../password-fields.tsx";
import { textOf } from "../text-of.ts";
import { useNewSession } from "./queries.ts";

const QrCode = lazy(() => import("./qr-code.tsx").then((module) => ({ default: module.QrCode })));

interface CodeAppSetupProps {
  account: Account;
  /** Gets the recovery codes; none where it was called off. */
  onEnd: (recoveryCodes: readonly string[]) => void;
}

/** First the password; then the secret for the app, and a code that shows that the app has it. */
export function CodeAppSetup({ account, onEnd }: CodeAppSetupProps) {
  const { t } = useTranslation("accounts");
  const begin = useMutation({
    mutationFn: (data: FormData) =>
      call(beginCodes, { body: { password: textOf(data, "password"), proof: {} } }),
    // The secret stays with this page, and only as long as it is shown.
    gcTime: 0,
  });
  if (begin.data) return <TakeOver made={begin.data} onEnd={onEnd} />;
  return (
    <Form label={t("codes.setUp")} error={begin.error} onSubmit={(data) => begin.mutate(data)}>
      <WhosePassword email={account.email} />
      <PresentPasswordField name="password" label={t("password.present")} />
      <FormActions>
        <Button type="submit" variant="primary" busy={begin.isPending}>
          {t("codes.next")}
        </Button>
        <Button variant="quiet" onClick={() => onEnd([])}>
          {t("codes.cancel")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** A long secret in groups that the eye can follow. */
const inGroups = (secret: string) => secret.match(/.{1,4}/g)?.join(" ") ?? "";

function TakeOver({
  made: { secret, uri },
  onEnd,
}: { made: Reply<typeof beginCodes> } & Pick<CodeAppSetupProps, "onEnd">) {
  const { t } = useTranslation("accounts");
  const renewed = useNewSession();
  const confirm = useMutation({
    mutationFn: (data: FormData) => call(confirmCodes, { body: { code: textOf(data, "code") } }),
    onSuccess: ({ recoveryCodes }) => {
      toast({ title: t("codes.done"), detail: t("codes.doneDetail"), tone: "good" });
      onEnd(recoveryCodes);
      return renewed();
    },
  });
  return (
    <div className="space-y-5">
      <p>{t("codes.scan")}</p>
      <Suspense fallback={<div className="size-52" />}>
        <QrCode text={uri} label={t("codes.picture")} />
      </Suspense>
      <div className="space-y-2">
        <p>{t("codes.type")}</p>
        <p className="flex flex-wrap items-center gap-3">
          <code className="font-mono text-sm break-all" dir="ltr">
            {inGroups(secret)}
          </code>
          <CopyButton text={secret} size="small" />
          <a href={uri} className="link text-sm">
            {t("codes.open")}
          </a>
        </p>
      </div>
      <Form
        label={t("codes.confirm")}
        error={confirm.error}
        onSubmit={(data) => confirm.mutate(data)}
      >
        <CodeField name="code" label={t("codes.first")} />
        <FormActions>
          <Button type="submit" variant="primary" busy={confirm.isPending}>
            {t("codes.confirm")}
          </Button>
          <Button variant="quiet" onClick={() => onEnd([])}>
            {t("codes.cancel")}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
