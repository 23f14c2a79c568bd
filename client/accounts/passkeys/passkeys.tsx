import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "#shared/contract/accounts.ts";
import { addPasskey, beginPasskey, endPasskey, type Passkey } from "#shared/contract/passkeys.ts";
import { call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Time } from "../../ui/time.tsx";
import { toast } from "../../ui/toast.ts";
import { EndByProof, type Given, ProofForm } from "../safeguards/proof-dialogs.tsx";
import { useNewSession } from "../safeguards/queries.ts";
import { canUsePasskeys, makeKey } from "./web-authn.ts";

interface AddProps {
  account: Account;
  isSecond: boolean;
  onDone: () => void;
}

/** Password first, then the browser asks for finger, face or stick. */
function AddPasskey({ account, isSecond, onDone }: AddProps) {
  const { t } = useTranslation("accounts");
  const [name, setName] = useState(t("passkeys.firstName"));
  const renewed = useNewSession();
  const add = useMutation({
    mutationFn: async (body: Given) => {
      const options = await call(beginPasskey, { body });
      const credential = await makeKey(options);
      return call(addPasskey, { body: { name, credential } });
    },
    onSuccess: () => {
      toast({ title: t("passkeys.added"), tone: "good" });
      onDone();
      return renewed();
    },
  });
  return (
    <div className="space-y-5">
      <TextField
        label={t("passkeys.name")}
        hint={t("passkeys.nameHint")}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
      />
      <ProofForm
        account={account}
        asksCode={isSecond}
        label={t("passkeys.add")}
        busy={add.isPending}
        error={add.error}
        onGiven={add.mutate}
        onCancel={onDone}
      />
    </div>
  );
}

interface EntryProps {
  account: Account;
  isSecond: boolean;
  passkey: Passkey;
}

function Entry({ account, isSecond, passkey }: EntryProps) {
  const { t } = useTranslation("accounts");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3">
      <p className="flex min-w-0 flex-wrap items-center gap-x-3 font-medium">
        <bdi>{passkey.name}</bdi>
        <span className="text-sm font-normal text-muted">
          {t("codes.since")} <Time value={passkey.createdAt} show="absolute" />
          {" · "}
          {passkey.lastUsedAt ? (
            <>
              {t("passkeys.lastUsed")} <Time value={passkey.lastUsedAt} />
            </>
          ) : (
            t("passkeys.neverUsed")
          )}
        </span>
      </p>
      <EndByProof
        account={account}
        asksCode={isSecond}
        label={t("passkeys.end")}
        title={t("passkeys.endTitle", { name: passkey.name })}
        description={t("passkeys.endDetail")}
        ended={t("passkeys.ended")}
        end={(body) => call(endPasskey, { params: { passkeyId: passkey.id }, body })}
      />
    </li>
  );
}

interface PasskeysProps {
  account: Account;
  passkeys: readonly Passkey[];
  /** Whether the account asks for a second step. */
  isSecond: boolean;
}

/** The keys that open one's account without a password. */
export function Passkeys({ account, passkeys, isSecond }: PasskeysProps) {
  const { t } = useTranslation("accounts");
  const [isAdding, setIsAdding] = useState(false);
  return (
    <section aria-labelledby="passkeys" className="space-y-4 border-t border-line pt-4">
      <h3 id="passkeys" className="text-lg">
        {t("passkeys.title")}
      </h3>
      <p className="text-muted">{t("passkeys.lead")}</p>
      {passkeys.length > 0 && (
        <ul className="border-b border-line">
          {passkeys.map((passkey) => (
            <Entry key={passkey.id} account={account} isSecond={isSecond} passkey={passkey} />
          ))}
        </ul>
      )}
      {isAdding && (
        <AddPasskey account={account} isSecond={isSecond} onDone={() => setIsAdding(false)} />
      )}
      {!isAdding && canUsePasskeys() && (
        <Button icon="key" onClick={() => setIsAdding(true)}>
          {t("passkeys.add")}
        </Button>
      )}
      {!canUsePasskeys() && <p className="text-sm text-muted">{t("passkeys.unable")}</p>}
    </section>
  );
}
