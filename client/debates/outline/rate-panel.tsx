import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Fault } from "../../ui/fault.tsx";
import { type Rating, RatingInput } from "../../ui/rating-input.tsx";
import type { RatingKind } from "../ratings.ts";
import { useRate } from "../use-writes.ts";
import { useOutline } from "./outline-context.ts";
import type { ClaimNode } from "./tree.ts";

/** How true a claim is, and how much it bears on what is above it. */
export function RatePanel({ node }: { node: ClaimNode }) {
  const { t } = useTranslation("debates");
  const { ratings, leaveTask } = useOutline();
  const rate = useRate();
  const input = (kind: RatingKind, id: string) => {
    const before = ratings.mine[kind].get(id);
    const change = (rating: Rating) => rate.mutate({ kind, id, rating, before });
    return (
      <RatingInput
        legend={t(`rate.${kind}.legend`)}
        low={t(`rate.${kind}.low`)}
        high={t(`rate.${kind}.high`)}
        value={before}
        onChange={change}
      />
    );
  };
  const takeBack = () => {
    for (const [kind, id] of [
      ["truth", node.claim.id],
      ["relevance", node.edge.id],
    ] as const) {
      const before = ratings.mine[kind].get(id);
      if (before !== undefined) rate.mutate({ kind, id, rating: undefined, before });
    }
  };
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const given = panel.current?.querySelector<HTMLElement>("input:checked");
    (given ?? panel.current?.querySelector("input"))?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={panel} className="space-y-4">
      {input("truth", node.claim.id)}
      {input("relevance", node.edge.id)}
      {ratings.former.has(node.edge.id) && (
        <p className="text-sm font-medium text-warn">{t("rate.former")}</p>
      )}
      <Fault error={rate.error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" onClick={leaveTask}>
          {t("rate.done")}
        </Button>
        {(ratings.mine.truth.has(node.claim.id) || ratings.mine.relevance.has(node.edge.id)) && (
          <Button size="small" variant="quiet" onClick={takeBack}>
            {t("rate.takeBack")}
          </Button>
        )}
        <p className="text-sm text-muted">{t("rate.secret")}</p>
      </div>
    </div>
  );
}
