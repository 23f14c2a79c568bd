import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Acceptability, Contribution } from "#shared/argument/acceptability.ts";
import { useBlocks } from "../../blocks/public.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { changesBetween, standingOf } from "../standing.ts";
import { useOutline } from "./outline-context.ts";
import type { OutlineNode } from "./tree.ts";

/** What a position or claim says, or that it is of somebody whom the reader blocked. */
function useWordsOf() {
  const { t } = useTranslation(["debates", "blocks"]);
  const { isFolded } = useBlocks();
  const { scales } = useOutline();
  const { positions, claims } = scales.argument;
  return useMemo(() => {
    const words = new Map(positions.map(({ id, title }) => [id, title]));
    for (const { id, text, authorId } of claims) {
      words.set(id, isFolded(authorId, id) ? t("blocks:by") : text);
    }
    return (id: string) => words.get(id) ?? "";
  }, [positions, claims, isFolded, t]);
}

interface WorkingProps {
  subjectId: string;
  off: ReadonlySet<string>;
  onSwitch: (claimId: string) => void;
}

/** What each claim adds or takes away, as it is without any switched off. */
function Working({ subjectId, off, onSwitch }: WorkingProps) {
  const { t, i18n } = useTranslation("debates");
  const { scales } = useOutline();
  const wordsOf = useWordsOf();
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const say = (value: number | null) =>
    value === null ? t("standing.undecided") : number.format(value);
  const columns: Column<Contribution>[] = [
    {
      id: "claim",
      header: t("why.claim"),
      isHeader: true,
      cell: ({ claimId }) => <bdi>{wordsOf(claimId)}</bdi>,
    },
    {
      id: "strength",
      header: t("why.strength"),
      align: "end",
      className: "max-sm:hidden",
      cell: (row) => say(row.strength),
    },
    {
      id: "relevance",
      header: t("why.relevance"),
      align: "end",
      className: "max-sm:hidden",
      cell: (row) => say(row.relevance),
    },
    { id: "effect", header: t("why.effect"), align: "end", cell: (row) => say(row.effect) },
    {
      id: "off",
      header: t("why.whatIf"),
      className: "whitespace-nowrap",
      cell: ({ claimId }) => (
        <Checkbox
          name={`off-${claimId}`}
          label={t("why.off")}
          checked={off.has(claimId)}
          onChange={() => onSwitch(claimId)}
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={t("why.caption")}
      columns={columns}
      rows={scales.whole.contributionsTo(subjectId)}
      keyOf={({ edgeId }) => edgeId}
      empty={<p className="text-muted">{t("why.nothing")}</p>}
    />
  );
}

/** What would stand otherwise. Never stored, seen by nobody else. */
function WhatIf({ subjectId, after }: { subjectId: string; after: Acceptability }) {
  const { t, i18n } = useTranslation("debates");
  const { scales } = useOutline();
  const wordsOf = useWordsOf();
  const share = new Intl.NumberFormat(i18n.language, { style: "percent" });
  const strength = after.strengths.get(subjectId) ?? null;
  const changes = changesBetween(scales.argument, scales.whole, after);
  return (
    <div role="status" className="rounded-md border-s-4 border-accent bg-accent-soft p-3">
      <p className="font-semibold">{t("why.tried")}</p>
      <p className="mt-1">
        {t("why.then", {
          standing: t(`standing.${standingOf(strength)}`),
          share: strength === null ? "" : share.format(strength),
        })}
      </p>
      <ul className="mt-2 list-disc ps-5">
        {changes.map(({ id, before, after: then }) => (
          <li key={id}>
            <bdi>{wordsOf(id)}</bdi>
            {": "}
            {t("why.change", { before: t(`standing.${before}`), after: t(`standing.${then}`) })}
          </li>
        ))}
      </ul>
      {changes.length === 0 && <p className="text-muted">{t("why.noChange")}</p>}
    </div>
  );
}

/** The working names what others think of every claim around: it is shown to whoever asked to see all of it. */
export function WhyPanel({ node }: { node: OutlineNode }) {
  const { t } = useTranslation("debates");
  const { dispatch, isRevealed } = useOutline();
  if (isRevealed) return <Why node={node} />;
  return (
    <div className="space-y-3">
      <p className="max-w-measure">{t("why.hidden")}</p>
      <Button
        size="small"
        icon="chart"
        onClick={() => dispatch({ do: "reveal", isRevealed: true })}
      >
        {t("outline.showRatings")}
      </Button>
    </div>
  );
}

/** Why something stands or falls: the working in words and as a table, and what if a claim were not there. */
function Why({ node }: { node: OutlineNode }) {
  const { t, i18n } = useTranslation("debates");
  const { scales, leaveTask } = useOutline();
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const subjectId = node.kind === "position" ? node.id : node.claim.id;
  const wordsOf = useWordsOf();
  const contributions = scales.whole.contributionsTo(subjectId);
  const list = new Intl.ListFormat(i18n.language);
  const strongest = (sign: 1 | -1) =>
    contributions
      .filter(({ effect }) => (effect ?? 0) * sign > 0)
      .slice(0, 2)
      .map(({ claimId }) => t("why.quote", { text: wordsOf(claimId) }));
  const [pros, cons] = [strongest(1), strongest(-1)];
  const turn = (claimId: string) => {
    const next = new Set(off);
    if (!next.delete(claimId)) next.add(claimId);
    setOff(next);
  };
  return (
    <div className="space-y-4">
      <p className="max-w-measure">
        {t(`why.${standingOf(scales.whole.strengths.get(subjectId))}`)}{" "}
        {pros.length > 0 && t("why.because", { claims: list.format(pros) })}{" "}
        {cons.length > 0 && t("why.against", { claims: list.format(cons) })}
      </p>
      <Working subjectId={subjectId} off={off} onSwitch={turn} />
      {off.size > 0 && <WhatIf subjectId={subjectId} after={scales.without(off)} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" onClick={leaveTask}>
          {t("rate.done")}
        </Button>
        <p className="max-w-measure text-sm text-muted">{t("why.method")}</p>
      </div>
    </div>
  );
}
