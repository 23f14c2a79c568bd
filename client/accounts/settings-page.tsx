import { type ReactNode, useId } from "react";
import { Navigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { BlockList } from "../blocks/public.ts";
import { OwnCalendar } from "../calendar/public.ts";
import { Wallets } from "../holdings/public.ts";
import { OwnData } from "../leaving/public.ts";
import { useAccount } from "../lib/session.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { EmailForm } from "./email-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { ProfileForm } from "./profile-form.tsx";
import { Safeguards } from "./safeguards/safeguards.tsx";
import { SessionList } from "./session-list.tsx";

function Chapter({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-12 gap-y-4 border-line not-first:border-t not-first:pt-8 lg:grid-cols-[12rem_minmax(0,1fr)]"
    >
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      <div className="max-w-measure min-w-0">{children}</div>
    </section>
  );
}

/** Everything about one's own account. */
export function SettingsPage() {
  const { t } = useTranslation("accounts");
  const account = useAccount();
  if (account === null) return <Navigate to="/sign-in" search={{ next: "/settings" }} replace />;
  return (
    <div className="space-y-10">
      <PageHeading>{t("settings.title")}</PageHeading>
      {account === undefined ? (
        <Skeleton shape="text" />
      ) : (
        <div className="space-y-8">
          <Chapter title={t("settings.profile")}>
            <ProfileForm account={account} />
          </Chapter>
          <Chapter title={t("email")}>
            <EmailForm account={account} />
          </Chapter>
          <Chapter title={t("password.label")}>
            <PasswordForm account={account} />
          </Chapter>
          <Chapter title={t("codes.title")}>
            <Safeguards account={account} />
          </Chapter>
          <Chapter title={t("holdings:wallets.title")}>
            <Wallets />
          </Chapter>
          <Chapter title={t("sessions.title")}>
            <SessionList />
          </Chapter>
          <Chapter title={t("calendar.title")}>
            <OwnCalendar />
          </Chapter>
          <Chapter title={t("blocks:title")}>
            <BlockList />
          </Chapter>
          <Chapter title={t("leaving:ownData")}>
            <OwnData />
          </Chapter>
        </div>
      )}
    </div>
  );
}
