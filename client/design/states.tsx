import { useTranslation } from "react-i18next";
import { ApiError, OfflineError } from "../lib/api.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { PhaseBadge } from "../ui/phase-badge.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../ui/states.tsx";
import { Row, Section } from "./section.tsx";

const failure = new ApiError({
  type: "/problems/internal",
  title: "The server failed",
  status: 500,
  requestId: "req-019c2f",
});
const away = new OfflineError(null);

export function States() {
  const { t } = useTranslation("design");
  return (
    <Section title={t("states.title")}>
      <div className="space-y-3">
        <Banner tone="info" action={<Button size="small">{t("states.sendAgain")}</Button>}>
          {t("states.unconfirmed")}
        </Banner>
        <Banner tone="warn" icon="offline">
          {t("states.offline")}
        </Banner>
        <Banner tone="danger" icon="lock">
          {t("states.lost")}
        </Banner>
      </div>
      <EmptyState
        title={t("states.emptyTitle")}
        action={
          <Button variant="primary" icon="pro">
            {t("states.emptyAction")}
          </Button>
        }
      >
        {t("states.emptyText")}
      </EmptyState>
      <EmptyState size="small" icon="statement" title={t("states.emptyTitle")}>
        {t("states.emptyText")}
      </EmptyState>
      <div className="grid gap-4 md:grid-cols-2">
        <ErrorState error={failure} onRetry={() => undefined} />
        <ErrorState error={away} onRetry={() => undefined} />
      </div>
      <Card as="article" linked className="max-w-xl">
        <Row>
          <PhaseBadge phase="deliberation" />
        </Row>
        <h3 className="mt-3 text-xl">
          <a href="#main" className="stretched no-underline">
            {t("type.question")}
          </a>
        </h3>
        <p className="mt-2 text-sm text-muted">{t("states.cardFacts")}</p>
      </Card>
      <div className="grid gap-8 md:grid-cols-2">
        <Skeleton shape="list" count={2} />
        <Skeleton shape="cards" count={2} />
      </div>
    </Section>
  );
}
