import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CommunityFrame } from "../communities/public.ts";
import { EmptyState } from "../ui/states.tsx";
import { EntryForm } from "./entry-form.tsx";
import { TableForm } from "./table-form.tsx";

/** Where those who keep the treasury enter what came in or went out. */
export function NewEntryPage() {
  const { slug } = useParams({ from: "/c/$slug/treasury/new" });
  const { commitment = "" } = useSearch({ from: "/c/$slug/treasury/new" });
  const { t } = useTranslation("treasury");
  return (
    <CommunityFrame slug={slug} title={t("enter.title")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("enter.lead")}</p>
          {community.me && community.me.role !== "member" ? (
            <>
              <EntryForm community={community} commitment={commitment} />
              <TableForm community={community} />
            </>
          ) : (
            <EmptyState icon="lock" title={t("keepers-only.title")}>
              {t("keepers-only.text")}
            </EmptyState>
          )}
        </>
      )}
    </CommunityFrame>
  );
}
