import { useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { StanceMark } from "../../ui/stance.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { useArgument } from "../argument-context.ts";
import { useDebate } from "../debate-context.ts";
import { useFocusWay, useWordsOfNode } from "../focus/node-link.tsx";
import { useGoToFocus } from "../focus/use-go-to-focus.ts";
import type { OutlineNode } from "../outline/tree.ts";
import { ArgumentBridges } from "./bridges.tsx";
import { OverviewTable } from "./overview-table.tsx";
import { ringsOf } from "./rings.ts";
import { Sunburst } from "./sunburst.tsx";

/** Where the rings of one position or claim are. */
function useRingsWay() {
  const { slug, debate } = useDebate();
  return (at: string | undefined) =>
    ({
      to: "/c/$slug/d/$debateId/arguments/overview",
      params: { slug, debateId: debate.id },
      search: at === undefined ? {} : { at },
      resetScroll: false,
    }) as const;
}

/** Which fill means what. */
function Legend() {
  const { t } = useTranslation("views");
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="size-4 rounded-sm bg-line-strong" />
        {t("overview.position")}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="size-4 rounded-sm bg-pro" />
        {t("overview.full")}
      </li>
      <li className="flex items-center gap-1.5">
        <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 rounded-sm bg-con-soft">
          <path d="M-2 10 10-2M-2 18 18-2M6 18 18 6" className="stroke-con stroke-3" />
        </svg>
        {t("overview.hatched")}
      </li>
    </ul>
  );
}

/** What one looks at, in full. Its height is kept, so that nothing jumps as one moves. */
function Looked({ node }: { node: OutlineNode | null }) {
  const { t } = useTranslation("views");
  const wordsOf = useWordsOfNode();
  const focusWay = useFocusWay();
  const ringsWay = useRingsWay();
  return (
    <div className="min-h-56 rounded-lg border border-line bg-surface p-card">
      {node === null ? (
        <p className="text-muted">{t("overview.hint")}</p>
      ) : (
        <>
          {node.kind === "position" ? (
            <p className="eyebrow flex items-center gap-1.5">
              <Icon name="position" size={16} />
              {t("overview.position")}
            </p>
          ) : (
            <StanceMark side={node.edge.side} />
          )}
          <p dir="auto" className="mt-1 line-clamp-6 font-serif text-lg">
            {wordsOf(node)}
          </p>
          <p className="mt-1 text-sm text-muted">{t("overview.below", { count: node.below })}</p>
          <div className="mt-3 flex flex-wrap gap-2">
            <ButtonLink size="small" icon="framing" {...focusWay(node)}>
              {t("overview.open")}
            </ButtonLink>
            {node.below > 0 && (
              <ButtonLink size="small" variant="quiet" icon="rings" {...ringsWay(node.id)}>
                {t("overview.fromHere")}
              </ButtonLink>
            )}
          </div>
        </>
      )}
    </div>
  );
}

/** What of the argument is looked at: all of it, or one branch. */
function useTops(): { tops: readonly OutlineNode[]; top: OutlineNode | undefined } {
  const { at } = useSearch({ strict: false });
  const { tree } = useArgument().model;
  const top = tree.nodes.get(at ?? "");
  const tops = useMemo(() => (top ? [top] : tree.positions), [top, tree]);
  return { tops, top };
}

function Overview({ tops, top }: ReturnType<typeof useTops>) {
  const { t } = useTranslation("views");
  const goToFocus = useGoToFocus();
  const ringsWay = useRingsWay();
  const rings = useMemo(() => ringsOf(tops), [tops]);
  const [looked, setLooked] = useState<OutlineNode | null>(null);
  return (
    <>
      {top && (
        <div className="-ms-2.5 mb-2 flex flex-wrap">
          {top.parent && (
            <ButtonLink size="small" variant="quiet" icon="up" {...ringsWay(top.parent.id)}>
              {t("overview.up")}
            </ButtonLink>
          )}
          <ButtonLink size="small" variant="quiet" icon="rings" {...ringsWay(undefined)}>
            {t("overview.whole")}
          </ButtonLink>
        </div>
      )}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Sunburst rings={rings} onLook={setLooked} onOpen={goToFocus} />
        <div className="space-y-4">
          <Looked node={looked ?? null} />
          <Legend />
          <p className="text-sm text-muted max-md:hidden">{t("overview.keys")}</p>
          {rings.left > 0 && (
            <p role="note" className="text-sm text-muted">
              {t("overview.left", { count: rings.left })}
            </p>
          )}
        </div>
      </div>
      <div className="mt-10">
        <OverviewTable key={top?.id} tops={tops} />
      </div>
      <ArgumentBridges />
    </>
  );
}

/** The whole argument at one look: where much is said, and for or against what. */
export function OverviewPage() {
  const { t } = useTranslation("views");
  const { tops, top } = useTops();
  return (
    <section aria-labelledby="overview">
      <h3 id="overview" className="text-2xl">
        {t("overview.title")}
      </h3>
      <p className="mb-5 max-w-measure text-muted">{t("overview.lead")}</p>
      {tops.length === 0 ? (
        <EmptyState icon="rings" title={t("overview.empty")}>
          {t("overview.emptyHint")}
        </EmptyState>
      ) : (
        <Overview key={top?.id} tops={tops} top={top} />
      )}
    </section>
  );
}
