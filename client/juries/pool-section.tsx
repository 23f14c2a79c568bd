import i18next from "i18next";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { Skeleton } from "../ui/skeleton.tsx";

const Panel = lazy(async () => {
  await i18next.loadNamespaces("juries");
  return { default: (await import("./pool-panel.tsx")).PoolPanel };
});

/** On the page of members: serving on juries. */
export function JuryPool({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  if (!community.me) return null;
  return (
    <section aria-labelledby="jury-pool" className="space-y-4">
      <h2 id="jury-pool" className="text-2xl">
        {t("mine.juries")}
      </h2>
      <Suspense fallback={<Skeleton />}>
        <Panel community={community} />
      </Suspense>
    </section>
  );
}
