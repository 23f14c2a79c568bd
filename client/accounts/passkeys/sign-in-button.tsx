import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Account } from "#shared/contract/account.ts";
import { askPasskey, signInByPasskey } from "#shared/contract/passkeys.ts";
import { ApiError, call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { useErrorText } from "../../ui/problem-text.ts";
import { canUsePasskeys, signWithKey } from "./web-authn.ts";

/** Signs in by a key of the device: no address, no password, no code. */
export function PasskeyButton({ onEntered }: { onEntered: (account: Account) => void }) {
  const { t } = useTranslation("accounts");
  const errorText = useErrorText();
  const attempt = useMutation({
    mutationFn: async () => {
      const credential = await signWithKey(await call(askPasskey, {}));
      return call(signInByPasskey, { body: { credential } });
    },
    onSuccess: ({ account }) => account && onEntered(account),
  });
  if (!canUsePasskeys()) return null;
  const { error } = attempt;
  return (
    <div className="mt-5 space-y-3 border-t border-line pt-5">
      <Button icon="key" size="large" busy={attempt.isPending} onClick={() => attempt.mutate()}>
        {t("passkeys.signIn")}
      </Button>
      {error && (
        <p role="alert" className="text-sm font-medium text-danger">
          {error instanceof ApiError ? errorText(error).title : t("passkeys.calledOff")}
        </p>
      )}
    </div>
  );
}
