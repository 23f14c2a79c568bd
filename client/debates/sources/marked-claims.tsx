import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "#shared/contract/claims.ts";
import type { Mark } from "#shared/contract/marks.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Time } from "../../ui/time.tsx";
import { useDebate } from "../debate-context.ts";
import { useMarks } from "../marks/queries.ts";
import { isStanding } from "../find/claim-traits.ts";
import { groupBy } from "../outline/group-by.ts";
import type { LiveOutline } from "../queries.ts";
import { ClaimLink } from "./claim-link.tsx";

interface Marked {
  readonly claim: Claim;
  readonly marks: readonly Mark[];
}

/** Claims that stand and are marked, those first that have waited longest. */
export function markedClaims(claims: readonly Claim[], marks: readonly Mark[]): Marked[] {
  const standing = new Map(claims.filter(isStanding).map((claim) => [claim.id, claim]));
  const inOrder = marks.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const byClaim = groupBy(inOrder, ({ claimId }) => claimId);
  return [...byClaim].flatMap(([id, own]) => {
    const claim = standing.get(id);
    return claim ? [{ claim, marks: own }] : [];
  });
}

function MarkedClaim({ claim, marks, mends }: Marked & { mends: boolean }) {
  const { t } = useTranslation("debates");
  const { slug, debate } = useDebate();
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t border-line py-3">
      <div className="min-w-0 max-w-measure">
        <ClaimLink claim={claim} />
        <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
          {marks.map(({ kind, by, at }) => (
            <li key={kind} className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
              <Badge tone="warn" icon="flag">
                {t(`mark.kind.${kind}`)}
              </Badge>
              <span>
                <bdi>{by.name}</bdi> · <Time value={at} />
              </span>
            </li>
          ))}
        </ul>
      </div>
      {mends && (
        <ButtonLink
          to="/c/$slug/d/$debateId/arguments"
          params={{ slug, debateId: debate.id }}
          hash={`claim-${claim.id}`}
          size="small"
          icon="edit"
        >
          {t("sources.marked.open")}
        </ButtonLink>
      )}
    </li>
  );
}

/** What to mend: claims that somebody marked for review. */
export function MarkedClaims({ outline }: { outline: LiveOutline }) {
  const { t } = useTranslation("debates");
  const { slug, debate } = useDebate();
  const { claims, can } = outline;
  const marks = useMarks();
  const marked = useMemo(() => markedClaims(claims, marks), [claims, marks]);
  return (
    <section aria-labelledby="marked-claims">
      <h3 id="marked-claims" className="text-xl">
        {t("sources.marked.title")}
      </h3>
      <p className="mb-3 max-w-measure text-muted">
        {marked.length === 0
          ? t("sources.marked.none")
          : t("sources.marked.lead", { count: marked.length })}{" "}
        {marked.length > 0 && (
          <Link
            to="/c/$slug/d/$debateId/arguments"
            params={{ slug, debateId: debate.id }}
            search={{ only: "marked" }}
            className="link"
          >
            {t("sources.marked.show")}
          </Link>
        )}
      </p>
      <ol>
        {marked.map((one) => (
          <MarkedClaim key={one.claim.id} {...one} mends={can.arrange} />
        ))}
      </ol>
    </section>
  );
}
