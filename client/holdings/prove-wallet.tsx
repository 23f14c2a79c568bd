import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { beginWallet, proveWallet } from "#shared/contract/wallets.ts";
import { ApiError, call, OfflineError } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Form } from "../ui/form.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";
import { askAddress, hasBrowserWallet, signInBrowser } from "./browser-wallet.ts";
import { walletsQuery } from "./queries.ts";

/** What wallets refuse they say in their own window. */
const ours = (error: unknown) =>
  error instanceof ApiError || error instanceof OfflineError ? error : null;

interface StepProps {
  onDone: () => void;
}

function useProving(onDone: () => void) {
  const { t } = useTranslation("holdings");
  const cache = useQueryClient();
  return async (message: string, signature: string) => {
    await call(proveWallet, { body: { message, signature: signature.trim() } });
    toast({ tone: "good", title: t("wallets.proven") });
    await cache.invalidateQueries({ queryKey: walletsQuery.queryKey });
    await cache.invalidateQueries({ queryKey: ["holdings"] });
    onDone();
  };
}

/** The wallet of this browser gives its address and signs at once. */
function InBrowser({ onDone }: StepProps) {
  const { t } = useTranslation("holdings");
  const prove = useProving(onDone);
  const sign = useMutation({
    mutationFn: async () => {
      const address = await askAddress();
      const { message } = await call(beginWallet, { body: { address } });
      await prove(message, await signInBrowser(message, address));
    },
  });
  const isRefusedThere = sign.error !== null && ours(sign.error) === null;
  return (
    <Form error={ours(sign.error)} onSubmit={() => sign.mutate()}>
      <p>{t("wallets.browserLead")}</p>
      <p role="status" className="text-danger empty:hidden">
        {isRefusedThere && t("wallets.notSigned")}
      </p>
      <Button type="submit" variant="primary" icon="key" busy={sign.isPending}>
        {t("wallets.sign")}
      </Button>
    </Form>
  );
}

/** The message to be signed wherever the wallet is, and a place for the signature. */
function Elsewhere({ onDone, message }: StepProps & { message: string }) {
  const { t } = useTranslation("holdings");
  const prove = useProving(onDone);
  const [signature, setSignature] = useState("");
  const send = useMutation({ mutationFn: () => prove(message, signature) });
  return (
    <Form error={send.error} onSubmit={() => send.mutate()}>
      <div>
        <p className="font-medium">{t("wallets.message")}</p>
        <p className="text-sm text-muted">{t("wallets.messageHint")}</p>
        <pre
          dir="ltr"
          className="my-2 overflow-x-auto rounded-md bg-sunken p-3 font-mono text-sm wrap-anywhere whitespace-pre-wrap"
        >
          {message}
        </pre>
        <CopyButton text={message} size="small" />
      </div>
      <TextArea
        name="signature"
        required
        rows={3}
        dir="ltr"
        label={t("wallets.signature")}
        hint={t("wallets.signatureHint")}
        value={signature}
        onChange={({ target }) => setSignature(target.value)}
      />
      <SubmitOrCancel label={t("wallets.prove")} busy={send.isPending} onCancel={onDone} />
    </Form>
  );
}

function ByAddress({ onDone }: StepProps) {
  const { t } = useTranslation("holdings");
  const [address, setAddress] = useState("");
  const begin = useMutation({
    mutationFn: () => call(beginWallet, { body: { address: address.trim() } }),
  });
  if (begin.data) return <Elsewhere onDone={onDone} message={begin.data.message} />;
  return (
    <Form error={begin.error} onSubmit={() => begin.mutate()}>
      <TextField
        name="address"
        required
        dir="ltr"
        label={t("wallets.address")}
        hint={t("wallets.addressHint")}
        pattern="\s*0x[0-9a-fA-F]{40}\s*"
        value={address}
        onChange={({ target }) => setAddress(target.value)}
      />
      <SubmitOrCancel label={t("wallets.begin")} busy={begin.isPending} onCancel={onDone} />
    </Form>
  );
}

/** Proves that an address is one's own: in this browser where there is a wallet, or by a signature made elsewhere. */
export function ProveWallet({ onDone }: StepProps) {
  const { t } = useTranslation("holdings");
  return (
    <div className="space-y-6 rounded-lg border border-line p-card">
      {hasBrowserWallet() && (
        <>
          <InBrowser onDone={onDone} />
          <h4 className="border-t border-line pt-4 font-semibold">{t("wallets.elsewhere")}</h4>
        </>
      )}
      <ByAddress onDone={onDone} />
    </div>
  );
}
