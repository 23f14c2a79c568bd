import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { useDebate } from "../debate-context.ts";
import { textOfNode } from "./find-targets.ts";
import { useOutline } from "./outline-context.ts";
import { useTabStop } from "./row-parts.tsx";
import type { ClaimNode } from "./tree.ts";

/** The other places of a claim, with the way there. */
function OtherPlaces({ node }: { node: ClaimNode }) {
  const { t } = useTranslation("debates");
  const { placesOf, arriveAt } = useOutline();
  const tabStop = useTabStop();
  const others = (placesOf.get(node.claim.id) ?? []).filter(({ edge }) => edge.id !== node.edge.id);
  return others.map(({ id, edge, parent }) => (
    <Button
      key={id}
      size="small"
      variant="quiet"
      icon="link"
      tabIndex={tabStop}
      className="-ms-2.5 max-w-full"
      onClick={() => arriveAt(edge)}
    >
      <span className="min-w-0 truncate">
        {t("arrange.alsoUnder")} <bdi>{textOfNode(parent)}</bdi>
      </span>
    </Button>
  ));
}

/** Who else said the same: their claims are one with this one. */
function Fellows({ node }: { node: ClaimNode }) {
  const { t, i18n } = useTranslation("debates");
  const { authors, mergedInto } = useOutline();
  const same = mergedInto.get(node.claim.id) ?? [];
  const others = new Set(
    same.map(({ authorId }) => authorId).filter((id) => id !== node.claim.authorId),
  );
  const names = [...others].map((id) => authors.get(id)?.name ?? "…");
  if (same.length === 0) return null;
  return (
    <details className="text-sm text-muted">
      <summary className="w-fit">
        {names.length > 0
          ? t("arrange.alsoSaidBy", { names: new Intl.ListFormat(i18n.language).format(names) })
          : t("arrange.alsoSaid", { count: same.length })}
      </summary>
      <ul className="ms-5 list-disc">
        {same.map(({ id, text, language }) => (
          <li key={id} lang={language} dir="auto" className="font-serif">
            {text}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Where else a claim stands, who else says so, what it is, and where it is argued further. */
export function Whereabouts({ node }: { node: ClaimNode }) {
  const { t } = useTranslation("debates");
  const { slug } = useDebate();
  const tabStop = useTabStop();
  const { kind, extractedTo, withdrawnAt } = node.claim;
  if (withdrawnAt !== undefined) return null;
  return (
    <>
      {kind === "assumption" && (
        <Badge icon="info" className="mt-1">
          {t("arrange.assumption")}
        </Badge>
      )}
      <Fellows node={node} />
      <OtherPlaces node={node} />
      {extractedTo !== undefined && (
        <Link
          to="/c/$slug/d/$debateId"
          params={{ slug, debateId: extractedTo }}
          tabIndex={tabStop}
          className="block w-fit text-sm"
        >
          {t("arrange.arguedFurther")}
        </Link>
      )}
    </>
  );
}
