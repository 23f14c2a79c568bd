import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetWallet, type Wallet } from "#shared/contract/wallets.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.ts";
import { ProveWallet } from "./prove-wallet.tsx";
import { walletsQuery } from "./queries.ts";

function Entry({ wallet }: { wallet: Wallet }) {
  const { t } = useTranslation("holdings");
  const cache = useQueryClient();
  const [asks, setAsks] = useState(false);
  const forget = useMutation({
    mutationFn: () => call(forgetWallet, { params: { walletId: wallet.id } }),
    onSuccess: () => {
      setAsks(false);
      toast({ title: t("wallets.removed") });
      return cache.invalidateQueries({ queryKey: walletsQuery.queryKey });
    },
  });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3">
      <div className="min-w-0">
        <code dir="ltr" className="font-mono text-sm break-all">
          {wallet.address}
        </code>
        <p className="text-sm text-muted">
          {t("wallets.since")} <Time value={wallet.provenAt} show="absolute" />
        </p>
      </div>
      <Button
        size="small"
        onClick={() => setAsks(true)}
        aria-label={t("wallets.removeOf", { address: wallet.address })}
      >
        {t("wallets.remove")}
      </Button>
      <ConfirmDialog
        open={asks}
        onClose={() => setAsks(false)}
        title={t("wallets.removeTitle")}
        confirmLabel={t("wallets.remove")}
        onConfirm={() => forget.mutate()}
        busy={forget.isPending}
        error={forget.error}
      >
        {t("wallets.removeDetail")}
      </ConfirmDialog>
    </li>
  );
}

/** The addresses that one has proven to own. */
export function Wallets() {
  const { t } = useTranslation("holdings");
  const [isAdding, setIsAdding] = useState(false);
  const query = useQuery(walletsQuery);
  return (
    <div className="space-y-4">
      <p className="text-muted">{t("wallets.lead")}</p>
      <Loaded query={query}>
        {(wallets) =>
          wallets.length > 0 && (
            <ul className="border-b border-line">
              {wallets.map((wallet) => (
                <Entry key={wallet.id} wallet={wallet} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isAdding ? (
        <ProveWallet onDone={() => setIsAdding(false)} />
      ) : (
        <Button icon="plus" onClick={() => setIsAdding(true)}>
          {t("wallets.add")}
        </Button>
      )}
    </div>
  );
}
