import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "#shared/contract/accounts.ts";
import { beginLink, endIdentity, type Identity } from "#shared/contract/provider.ts";
import { call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Time } from "../../ui/time.tsx";
import { EndByProof, type Given, ProofForm } from "../safeguards/proof-dialogs.tsx";
import { providerQuery } from "./queries.ts";
import { leaveFor } from "./way-out.ts";

interface Whose {
  account: Account;
  /** Whether the account asks for a second step. */
  isSecond: boolean;
  /** The provider's name. */
  name: string;
}

function LinkOne({ account, isSecond, name }: Whose) {
  const { t } = useTranslation("accounts");
  const [open, setOpen] = useState(false);
  const leave = useMutation({
    mutationFn: (body: Given) => call(beginLink, { body }),
    onSuccess: ({ url }) => leaveFor(url, "/settings"),
  });
  return (
    <>
      <Button icon="link" onClick={() => setOpen(true)}>
        {t("provider.link", { name })}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("provider.link", { name })}
        description={t("provider.linkDetail", { name })}
        size="small"
      >
        <ProofForm
          account={account}
          asksCode={isSecond}
          label={t("codes.next")}
          busy={leave.isPending || leave.isSuccess}
          error={leave.error}
          onGiven={leave.mutate}
          onCancel={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}

function Entry({ account, isSecond, name, identity }: Whose & { identity: Identity }) {
  const { t } = useTranslation("accounts");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3">
      <p className="flex min-w-0 flex-wrap items-center gap-x-3 font-medium">
        <bdi>{name}</bdi>
        <span className="text-sm font-normal text-muted">
          {t("codes.since")} <Time value={identity.createdAt} show="absolute" />
        </span>
      </p>
      <EndByProof
        account={account}
        asksCode={isSecond}
        label={t("provider.end")}
        title={t("provider.endTitle", { name })}
        description={t("provider.endDetail")}
        ended={t("provider.ended")}
        end={(body) => call(endIdentity, { params: { identityId: identity.id }, body })}
      />
    </li>
  );
}

interface IdentitiesProps {
  account: Account;
  identities: readonly Identity[];
  isSecond: boolean;
  hasPassword: boolean;
}

/** The accounts at the provider that open this one; nothing where there is no provider. */
export function Identities({ account, identities, isSecond, hasPassword }: IdentitiesProps) {
  const { t } = useTranslation("accounts");
  const { data: name } = useQuery(providerQuery);
  if (!name && identities.length === 0) return null;
  const whose = { account, isSecond, name: name ?? t("provider.former") };
  return (
    <section aria-labelledby="identities" className="space-y-4 border-t border-line pt-4">
      <h3 id="identities" className="text-lg">
        {t("provider.title")}
      </h3>
      <p className="text-muted">{t("provider.lead")}</p>
      {!hasPassword && (
        <p>
          {t("provider.noPassword")}{" "}
          <Link to="/forgot-password" className="link">
            {t("provider.setPassword")}
          </Link>
        </p>
      )}
      {identities.length > 0 && (
        <ul className="border-b border-line">
          {identities.map((identity) => (
            <Entry key={identity.id} identity={identity} {...whose} />
          ))}
        </ul>
      )}
      {name && hasPassword && <LinkOne {...whose} />}
    </section>
  );
}
