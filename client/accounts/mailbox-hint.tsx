import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isOwnMachine, mailboxQuery } from "./queries.ts";

/** On an installation without mail server, at its own machine: where the mail is. Else nothing. */
export function MailboxHint() {
  const { t } = useTranslation("accounts");
  const { data } = useQuery({ ...mailboxQuery, enabled: isOwnMachine(window.location.hostname) });
  if (!data) return null;
  return (
    <p className="text-[0.9375rem] text-muted">
      {t("mailbox.hint")}{" "}
      <Link to="/mailbox" className="link">
        {t("mailbox.open")}
      </Link>
    </p>
  );
}
