import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "#shared/contract/accounts.ts";
import type { Safeguards as View } from "#shared/contract/two-steps.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Time } from "../../ui/time.tsx";
import { Passkeys } from "../passkeys/passkeys.tsx";
import { Identities } from "../provider/identities.tsx";
import { CodeAppSetup } from "./code-app-setup.tsx";
import { EndCodes, RenewRecoveryCodes } from "./proof-dialogs.tsx";
import { safeguardsQuery } from "./queries.ts";
import { RecoveryCodeList } from "./recovery-code-list.tsx";

function CodeApp({ account, since }: { account: Account; since: string | null }) {
  const { t } = useTranslation("accounts");
  const [isSettingUp, setSettingUp] = useState(false);
  const [made, setMade] = useState<readonly string[]>([]);
  if (made.length > 0) return <RecoveryCodeList codes={made} onKept={() => setMade([])} />;
  if (since !== null) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
          {t("codes.app")}
          <Badge tone="good">{t("codes.on")}</Badge>
          <span className="text-sm font-normal text-muted">
            {t("codes.since")} <Time value={since} show="absolute" />
          </span>
        </p>
        <EndCodes account={account} />
      </div>
    );
  }
  if (!isSettingUp) {
    return (
      <Button icon="key" onClick={() => setSettingUp(true)}>
        {t("codes.setUp")}
      </Button>
    );
  }
  return (
    <CodeAppSetup
      account={account}
      onEnd={(codes) => {
        setSettingUp(false);
        setMade(codes);
      }}
    />
  );
}

function RecoveryCodes({ account, left }: { account: Account; left: number }) {
  const { t } = useTranslation("accounts");
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line pt-4">
      <p>
        {t("recovery.left", { count: left })}
        {left < 3 && (
          <>
            {" "}
            <Badge tone="warn">{t("recovery.few")}</Badge>
          </>
        )}
      </p>
      <RenewRecoveryCodes account={account} />
    </div>
  );
}

/** How one's account is guarded beyond its password. */
export function Safeguards({ account }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const query = useQuery(safeguardsQuery);
  return (
    <Loaded query={query}>
      {({ codesSince, recoveryCodesLeft, passkeys, identities, hasPassword }: View) => (
        <div className="space-y-5">
          <p className="text-muted">{t("codes.lead")}</p>
          <CodeApp account={account} since={codesSince} />
          {codesSince !== null && <RecoveryCodes account={account} left={recoveryCodesLeft} />}
          <Passkeys account={account} passkeys={passkeys} isSecond={codesSince !== null} />
          <Identities
            account={account}
            identities={identities}
            hasPassword={hasPassword}
            isSecond={codesSince !== null}
          />
        </div>
      )}
    </Loaded>
  );
}
