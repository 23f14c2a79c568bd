import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { useDebate } from "../debate-context.ts";
import { useMarkNews } from "../marks/queries.ts";
import { type LiveOutline, outlineQuery } from "../queries.ts";
import { CitationsNeeded } from "./citations-needed.tsx";
import { ByPosition } from "./concentration.tsx";
import { MarkedClaims } from "./marked-claims.tsx";
import { SourceList } from "./source-list.tsx";

function Sources({ outline }: { outline: LiveOutline }) {
  const { t } = useTranslation("debates");
  const { slug, debate } = useDebate();
  return (
    <div className="space-y-12">
      {outline.evidence.length === 0 ? (
        <EmptyState
          icon="evidence"
          title={t("sources.empty.title")}
          action={
            outline.can.addClaim && (
              <ButtonLink
                to="/c/$slug/d/$debateId/arguments"
                params={{ slug, debateId: debate.id }}
                icon="pro"
              >
                {t("next.argue.button")}
              </ButtonLink>
            )
          }
        >
          {t("sources.empty.lead")}
        </EmptyState>
      ) : (
        <>
          <SourceList outline={outline} />
          <ByPosition outline={outline} />
        </>
      )}
      <CitationsNeeded outline={outline} />
      <MarkedClaims outline={outline} />
    </div>
  );
}

/** What a debate rests on: its sources, by whom they are, and the claims that have none or are to be mended. */
export function SourcesPage() {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  const query = useQuery(outlineQuery(ids));
  useMarkNews();
  return (
    <div>
      <h2 className="mb-4 text-2xl">{t("sources.title")}</h2>
      <Loaded query={query} skeleton={<Skeleton shape="list" count={6} />}>
        {(outline) => <Sources outline={outline} />}
      </Loaded>
    </div>
  );
}
