import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { citationsNeeded } from "#shared/argument-sources/citations.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { useDebate } from "../debate-context.ts";
import type { LiveOutline } from "../queries.ts";
import { ClaimLink } from "./claim-link.tsx";

const atOnce = 20;

/** What to look sources up for: claims that have none, those first on which most hangs. */
export function CitationsNeeded({ outline }: { outline: LiveOutline }) {
  const { t } = useTranslation("debates");
  const { slug, debate } = useDebate();
  const { positions, claims, edges, evidence, can } = outline;
  const [limit, setLimit] = useState(atOnce);
  const needed = useMemo(
    () => citationsNeeded({ positions, claims, edges, evidence }),
    [positions, claims, edges, evidence],
  );
  const byId = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims]);
  return (
    <section aria-labelledby="citations-needed">
      <h3 id="citations-needed" className="text-xl">
        {t("sources.needed.title")}
      </h3>
      <p className="mb-3 max-w-measure text-muted">
        {needed.length === 0
          ? t("sources.needed.none")
          : t("sources.needed.lead", { count: needed.length })}
      </p>
      <ol>
        {needed.slice(0, limit).map(({ claimId, below }) => {
          const claim = byId.get(claimId);
          return (
            claim && (
              <li
                key={claimId}
                className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t border-line py-3"
              >
                <div className="min-w-0 max-w-measure">
                  <ClaimLink claim={claim} />
                  <p className="text-sm text-muted">
                    {t("sources.needed.below", { count: below })}
                  </p>
                </div>
                {can.addClaim && (
                  <ButtonLink
                    to="/c/$slug/d/$debateId/arguments"
                    params={{ slug, debateId: debate.id }}
                    hash={`cite-${claimId}`}
                    size="small"
                    icon="evidence"
                  >
                    {t("evidence.attach")}
                  </ButtonLink>
                )}
              </li>
            )
          );
        })}
      </ol>
      {needed.length > limit && (
        <Button variant="quiet" icon="down" onClick={() => setLimit(limit + 5 * atOnce)}>
          {t("sources.needed.more", { count: needed.length - limit })}
        </Button>
      )}
    </section>
  );
}
