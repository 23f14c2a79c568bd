import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { KeptMail } from "#shared/contract/accounts.ts";
import { Card } from "../ui/card.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { EmptyState } from "../ui/states.tsx";
import { Time } from "../ui/time.tsx";
import { mailboxQuery } from "./queries.ts";

const address = /(https?:\/\/\S+)/;

/** The text of a mail, as it was written; its links can be followed. */
function MailText({ text }: { text: string }) {
  const parts = text.trim().split(address);
  return (
    <div dir="auto" className="mt-3 max-w-measure text-[0.9375rem] whitespace-pre-line">
      {parts.map((part, index) =>
        address.test(part) ? (
          <a key={index} href={part} dir="ltr" className="link break-all">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}

function Mail({ mail }: { mail: KeptMail }) {
  const { t } = useTranslation("accounts");
  return (
    <Card as="li" aria-labelledby={mail.id}>
      <h2 id={mail.id} className="font-serif text-xl font-semibold">
        {mail.subject}
      </h2>
      <p className="mt-1 text-sm text-muted">
        {t("mailbox.to")} <bdi className="break-all">{mail.to}</bdi>
        {" · "}
        <Time value={mail.createdAt} show="both" />
      </p>
      <MailText text={mail.text} />
    </Card>
  );
}

/** What would have been sent, on an installation without mail server, for who sits at its machine. */
export function MailboxPage() {
  const { t } = useTranslation("accounts");
  const query = useQuery({ ...mailboxQuery, refetchInterval: 3_000 });
  return (
    <div className="space-y-8">
      <PageHeading lead={t("mailbox.lead")}>{t("mailbox.title")}</PageHeading>
      <Loaded query={query}>
        {(mails) =>
          mails === null ? (
            <EmptyState icon="lock" title={t("mailbox.none")}>
              {t("mailbox.noneLead")}
            </EmptyState>
          ) : mails.length === 0 ? (
            <EmptyState icon="mail" title={t("mailbox.empty")}>
              {t("mailbox.emptyLead")}
            </EmptyState>
          ) : (
            <ul className="space-y-4">
              {mails.map((mail) => (
                <Mail key={mail.id} mail={mail} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
