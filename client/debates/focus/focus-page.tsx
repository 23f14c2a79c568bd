import { useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { useArgument } from "../argument-context.ts";
import { useDebate } from "../debate-context.ts";
import { FocusView } from "./focus-view.tsx";
import { nodeOn } from "./place.ts";

/** What the address led to was taken away, or never was. */
function Gone() {
  const { t } = useTranslation(["views", "debates"]);
  const { slug, debate } = useDebate();
  const way = {
    to: "/c/$slug/d/$debateId/arguments",
    params: { slug, debateId: debate.id },
  } as const;
  return (
    <EmptyState
      icon="withdraw"
      title={t("debates:outline.gone")}
      action={<ButtonLink {...way}>{t("focus.toOutline")}</ButtonLink>}
    />
  );
}

/** A position or claim by itself, at an address of its own. */
export function FocusPage() {
  const { claimId = "" } = useParams({ strict: false });
  const { at } = useSearch({ strict: false });
  const { tree, whole, showAll } = useArgument().model;
  const shown = nodeOn(tree, claimId, at);
  const node = shown ?? nodeOn(whole, claimId, at);
  const isNew = shown === undefined && node !== undefined;
  useEffect(() => {
    // Whoever follows a link to a new claim has asked to see it.
    if (isNew) showAll();
  });
  return node ? <FocusView node={node} /> : <Gone />;
}
