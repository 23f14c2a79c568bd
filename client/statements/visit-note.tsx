import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import type { DebateView } from "#shared/contract/debates.ts";
import { useDebate } from "../debates/public.ts";
import type { ApiError } from "../lib/api.ts";
import { isEmbedded } from "../lib/embedded.ts";
import { useAccount } from "../lib/session.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { Banner } from "../ui/banner.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { useErrorText } from "../ui/problem-text.ts";
import { toast } from "../ui/toast.ts";
import { useBeginAnew, useEndVisit } from "./visit.ts";

/** Leads to the statements in a tab of their own, for who reads them in a page of another site. */
function OwnTab({ children }: { children?: ReactNode }) {
  const { slug, ids } = useDebate();
  return (
    <Link
      to="/c/$slug/d/$debateId/statements"
      params={{ slug, debateId: ids.debateId }}
      className="link"
    >
      {children}
    </Link>
  );
}

/** What responding without an account means, and the ways from here. */
export function VisitNote({ ids, hasVisit }: { ids: DebateIds; hasVisit: boolean }) {
  const { t } = useTranslation("statements");
  const { pathname } = useLocation();
  const end = useEndVisit(ids);
  const link = (to: "/sign-in" | "/sign-up") => (
    <Link to={to} search={{ next: pathname }} className="link" />
  );
  return (
    <section aria-label={t("visit.label")} className="rounded-md bg-sunken px-4 py-3 text-sm">
      <p className="max-w-measure">
        {isEmbedded() ? (
          <Trans t={t} i18nKey="visit.embedded" components={{ tab: <OwnTab /> }} />
        ) : (
          <Trans
            t={t}
            i18nKey="visit.lead"
            components={{ in: link("/sign-in"), up: link("/sign-up") }}
          />
        )}
      </p>
      {hasVisit && (
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
          <span>{t("visit.shared")}</span>
          <Button
            size="small"
            variant="quiet"
            busy={end.isPending}
            onClick={() =>
              end.mutate(undefined, {
                onSuccess: () => toast({ tone: "good", title: t("visit.ended") }),
              })
            }
          >
            {t("visit.end")}
          </Button>
        </p>
      )}
    </section>
  );
}

/** The visit that this browser shows does not count: why, and the ways out. */
export function VisitProblem({ ids, error }: { ids: DebateIds; error: ApiError }) {
  const { t } = useTranslation("statements");
  const { pathname } = useLocation();
  const { slug } = useDebate();
  const { title, detail } = useErrorText()(error);
  const begin = useBeginAnew(ids);
  // A cookie was given a moment ago: a browser that shows none keeps none in pages of other sites.
  const isUnkept = isEmbedded() && error.problem.reason?.code === "visit-missing";
  const actions: ReactNode = (
    <span className="flex flex-wrap gap-2">
      <Button size="small" variant="primary" busy={begin.isPending} onClick={() => begin.mutate()}>
        {t("visit.anew")}
      </Button>
      {isEmbedded() ? (
        <ButtonLink
          to="/c/$slug/d/$debateId/statements"
          params={{ slug, debateId: ids.debateId }}
          icon="external"
          size="small"
        >
          {t("visit.ownTab")}
        </ButtonLink>
      ) : (
        <ButtonLink to="/sign-in" search={{ next: pathname }} size="small">
          {t("visit.signIn")}
        </ButtonLink>
      )}
    </span>
  );
  return (
    <Banner tone="danger" action={actions}>
      <span className="block font-semibold">{isUnkept ? t("visit.unkept") : title}</span>
      {isUnkept ? t("visit.unkeptText") : detail}
    </Banner>
  );
}

/** What everybody sees of whom else the debate lets respond; visitors themselves are told more. */
export function OpennessNote({ debate }: { debate: DebateView }) {
  const { t } = useTranslation("statements");
  const account = useAccount();
  const { admitsVisitors, countsVisitors, statementMode, can } = debate;
  const isComing = Boolean(account) && admitsVisitors && !can.respond;
  const lines = [
    statementMode === "strict" ? t("add.strict") : null,
    admitsVisitors && !can.respondAsVisitor ? t("visit.admitted") : null,
    countsVisitors ? null : t("visit.leftOut"),
    isComing ? t("visit.join") : null,
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return <p className="max-w-measure text-sm text-muted">{lines.join(" ")}</p>;
}
