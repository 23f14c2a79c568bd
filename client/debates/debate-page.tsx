import { Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { DebateView } from "#shared/contract/debates.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { Tab, Tabs } from "../ui/tabs.tsx";
import { DebateHeader } from "./debate-header.tsx";
import { DebatePlace } from "./debate-place.tsx";
import { Tour } from "./tour/tour-offer.tsx";

function DebateTabs({ debate }: { debate: DebateView }) {
  const { t } = useTranslation("debates");
  const below = "/c/$slug/d/$debateId" as const;
  return (
    <Tabs label={t("tabs.label")}>
      <Tab
        from={below}
        to="/c/$slug/d/$debateId/arguments"
        icon="pro"
        count={debate.counts.claims}
        data-tour="arguments"
      >
        {t("tabs.arguments")}
      </Tab>
      <Tab
        from={below}
        to="/c/$slug/d/$debateId/statements"
        icon="statement"
        count={debate.counts.statements}
        data-tour="statements"
      >
        {t("tabs.statements")}
      </Tab>
      <Tab from={below} to="/c/$slug/d/$debateId/map" icon="people">
        {t("tabs.map")}
      </Tab>
      <Tab from={below} to="/c/$slug/d/$debateId/report" icon="draft">
        {t("tabs.report")}
      </Tab>
      <Tab from={below} to="/c/$slug/d/$debateId/decision" icon="decision" data-tour="decision">
        {t("tabs.decision")}
      </Tab>
      <Tab from={below} to="/c/$slug/d/$debateId/outcome" icon="outcome">
        {t("tabs.outcome")}
      </Tab>
      <Tab from={below} to="/c/$slug/d/$debateId/activity" icon="activity">
        {t("tabs.activity")}
      </Tab>
    </Tabs>
  );
}

/** A debate: its question and what one can do now above, its sides as tabs below. */
export function DebatePage() {
  return (
    <DebatePlace>
      {({ community, debate, presence }) => (
        <>
          <DebateHeader community={community} presence={presence} />
          <DebateTabs debate={debate} />
          <div className="pt-6">
            <Suspense fallback={<Skeleton shape="list" count={6} />}>
              <Outlet />
            </Suspense>
          </div>
          <Tour />
        </>
      )}
    </DebatePlace>
  );
}
