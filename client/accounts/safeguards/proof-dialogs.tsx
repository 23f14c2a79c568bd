import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Proof } from "#shared/contract/account.ts";
import type { Account } from "#shared/contract/accounts.ts";
import { endCodes, renewRecoveryCodes } from "#shared/contract/two-steps.ts";
import { call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { toast } from "../../ui/toast.ts";
import { CodeField } from "../code-field.tsx";
import { PresentPasswordField, WhosePassword } from "../password-fields.tsx";
import { textOf } from "../text-of.ts";
import { useNewSession } from "./queries.ts";
import { RecoveryCodeList } from "./recovery-code-list.tsx";

/** What an act in the settings is allowed by. */
export interface Given {
  password: string;
  proof: Proof;
}

const givenIn = (data: FormData): Given => {
  const code = textOf(data, "proof.code");
  return { password: textOf(data, "password"), proof: code === "" ? {} : { code } };
};

interface ProofFormProps {
  account: Account;
  label: string;
  danger?: boolean;
  /** Whether a code is asked for, too. */
  asksCode?: boolean | undefined;
  busy: boolean;
  error: unknown;
  onGiven: (given: Given) => void;
  onCancel: () => void;
}

/** Password and code once more, as only the owner has both. */
export function ProofForm(props: ProofFormProps) {
  const { account, label, danger, asksCode = true, busy, error, onGiven, onCancel } = props;
  const { t } = useTranslation("accounts");
  return (
    <Form label={label} error={error} onSubmit={(data) => onGiven(givenIn(data))}>
      <WhosePassword email={account.email} />
      <PresentPasswordField name="password" label={t("password.present")} />
      {asksCode && <CodeField name="proof.code" label={t("code.label")} hint={t("code.hint")} />}
      <FormActions>
        <Button type="submit" variant={danger ? "danger" : "primary"} busy={busy}>
          {label}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t("codes.cancel")}
        </Button>
      </FormActions>
    </Form>
  );
}

interface AskingProps {
  label: string;
  /** The button's words, unless others are better. */
  title?: string | undefined;
  description: string;
  open: boolean;
  setOpen: (open: boolean) => void;
  children: ReactNode;
}

function Asking({ label, title = label, description, open, setOpen, children }: AskingProps) {
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        description={description}
        size="small"
      >
        {children}
      </Dialog>
    </>
  );
}

interface EndByProofProps extends Pick<ProofFormProps, "account" | "asksCode" | "label"> {
  title?: string | undefined;
  description: string;
  /** What is said once it has ended. */
  ended: string;
  end: (given: Given) => Promise<unknown>;
}

/** Ends a way into one's account, for who proves to be its owner. */
export function EndByProof(props: EndByProofProps) {
  const { account, asksCode, label, title, description, ended } = props;
  const renewed = useNewSession();
  const [open, setOpen] = useState(false);
  const end = useMutation({
    mutationFn: props.end,
    onSuccess: () => {
      setOpen(false);
      toast({ title: ended, tone: "good" });
      return renewed();
    },
  });
  return (
    <Asking label={label} title={title} description={description} open={open} setOpen={setOpen}>
      <ProofForm
        account={account}
        asksCode={asksCode}
        label={label}
        danger
        busy={end.isPending}
        error={end.error}
        onGiven={end.mutate}
        onCancel={() => setOpen(false)}
      />
    </Asking>
  );
}

export function EndCodes({ account }: { account: Account }) {
  const { t } = useTranslation("accounts");
  return (
    <EndByProof
      account={account}
      label={t("codes.end")}
      description={t("codes.endDetail")}
      ended={t("codes.ended")}
      end={(body) => call(endCodes, { body })}
    />
  );
}

export function RenewRecoveryCodes({ account }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const renewed = useNewSession();
  const [open, setOpen] = useState(false);
  const renew = useMutation({
    mutationFn: (body: Given) => call(renewRecoveryCodes, { body }),
    gcTime: 0,
  });
  const close = () => {
    setOpen(false);
    renew.reset();
    void renewed();
  };
  return (
    <Asking
      label={t("recovery.renew")}
      description={t("recovery.renewDetail")}
      open={open}
      setOpen={(isOpen) => (isOpen ? setOpen(true) : close())}
    >
      {renew.data ? (
        <RecoveryCodeList codes={renew.data.recoveryCodes} onKept={close} />
      ) : (
        <ProofForm
          account={account}
          label={t("recovery.renew")}
          busy={renew.isPending}
          error={renew.error}
          onGiven={renew.mutate}
          onCancel={close}
        />
      )}
    </Asking>
  );
}
