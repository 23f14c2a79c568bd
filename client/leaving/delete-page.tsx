import { useQuery } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Farewell } from "#shared/contract/leaving.ts";
import { useAccount } from "../lib/session.ts";
import { Banner } from "../ui/banner.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { DeleteForm } from "./delete-form.tsx";
import { farewellQuery } from "./queries.ts";

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-3">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Points({ children }: { children: ReactNode }) {
  return <ul className="list-disc space-y-2 ps-5 marker:text-muted">{children}</ul>;
}

function Places({ places, members }: { places: Farewell["handOver"]; members?: boolean }) {
  return (
    <Points>
      {places.map(({ id, slug, name }) => (
        <li key={id}>
          <Link
            to={members ? "/c/$slug/members" : "/c/$slug"}
            params={{ slug }}
            className="link font-medium"
          >
            <bdi>{name}</bdi>
          </Link>
        </li>
      ))}
    </Points>
  );
}

function WhatBecomes() {
  const { t } = useTranslation("leaving");
  return (
    <div className="grid gap-8 sm:grid-cols-2">
      <Part title={t("delete.goes")}>
        <Points>
          <li>{t("delete.goesList.account")}</li>
          <li>{t("delete.goesList.names")}</li>
          <li>{t("delete.goesList.private")}</li>
          <li>{t("delete.goesList.requests")}</li>
        </Points>
      </Part>
      <Part title={t("delete.stays")}>
        <Points>
          <li>{t("delete.staysList.written")}</li>
          <li>{t("delete.staysList.counted")}</li>
          <li>{t("delete.staysList.acts")}</li>
          <li>{t("delete.staysList.backups")}</li>
        </Points>
      </Part>
    </div>
  );
}

function Communities({ farewell }: { farewell: Farewell }) {
  const { t } = useTranslation("leaving");
  return (
    <>
      {farewell.handOver.length > 0 && (
        <Part title={t("delete.handOver")}>
          <p>{t("delete.handOverLead")}</p>
          <Places places={farewell.handOver} members />
        </Part>
      )}
      {farewell.left.length > 0 && (
        <Part title={t("delete.left")}>
          <p>{t("delete.leftLead")}</p>
          <Places places={farewell.left} />
        </Part>
      )}
      {farewell.isOnlyOperator && <Banner tone="warn">{t("delete.operator")}</Banner>}
    </>
  );
}

/** What stays and what goes, and the last word about it. */
export function DeletePage() {
  const { t } = useTranslation("leaving");
  const account = useAccount();
  const query = useQuery({ ...farewellQuery, enabled: Boolean(account) });
  if (account === null) return <Navigate to="/" replace />;
  return (
    <div className="max-w-3xl space-y-8">
      <PageHeading
        eyebrow={
          <Link to="/settings" className="link">
            {t("delete.back")}
          </Link>
        }
        lead={t("delete.short")}
      >
        {t("delete.title")}
      </PageHeading>
      <WhatBecomes />
      <Loaded query={query}>
        {(farewell) => (
          <>
            <Communities farewell={farewell} />
            {account && farewell.handOver.length === 0 && !farewell.isOnlyOperator && (
              <Part title={t("delete.proof")}>
                <p className="max-w-measure">{t("delete.proofLead")}</p>
                <DeleteForm account={account} />
              </Part>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}
