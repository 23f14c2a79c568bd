import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { isContested } from "#shared/argument-sources/grade.ts";
import { publisherOf } from "#shared/argument-sources/publishers.ts";
import type { Claim } from "#shared/contract/claims.ts";
import { type Evidence, evidenceKinds } from "#shared/contract/evidence.ts";
import { BehindBlock } from "../../blocks/public.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { downloadCsv } from "../../ui/csv.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Select } from "../../ui/select.tsx";
import { GradeWords } from "../outline/source-grade.tsx";
import type { LiveOutline } from "../queries.ts";
import { ClaimLink } from "./claim-link.tsx";

interface Listed {
  readonly source: Evidence;
  readonly publisher: string;
  readonly claim: Claim;
}

const orders = ["newest", "publisher", "kind", "title"] as const;
type Order = (typeof orders)[number];

const keyIn: Record<Order, (row: Listed) => string> = {
  newest: ({ source }) => source.createdAt,
  publisher: ({ publisher }) => publisher,
  kind: ({ source }) => source.kind,
  title: ({ source }) => source.title,
};

function useListed({ evidence, claims }: LiveOutline): Listed[] {
  return useMemo(() => {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    return evidence.flatMap((source) => {
      const claim = byId.get(source.claimId);
      return claim ? [{ source, publisher: publisherOf(source), claim }] : [];
    });
  }, [evidence, claims]);
}

/** Which of the sources are shown, and in which order. */
function useChoice(all: readonly Listed[], language: string) {
  const [kind, setKind] = useState("");
  const [publisher, setPublisher] = useState("");
  const [order, setOrder] = useState<Order>("newest");
  const { compare } = new Intl.Collator(language);
  const shown = all
    .filter(({ source }) => kind === "" || source.kind === kind)
    .filter((row) => publisher === "" || row.publisher === publisher)
    .toSorted((a, b) => compare(keyIn[order](a), keyIn[order](b)));
  return {
    rows: order === "newest" ? shown.toReversed() : shown,
    kind,
    setKind,
    publisher,
    setPublisher,
    publishers: [...new Set(all.map((row) => row.publisher))].toSorted(compare),
    order,
    setOrder,
  };
}

function Choosing({ choice }: { choice: ReturnType<typeof useChoice> }) {
  const { t } = useTranslation("debates");
  return (
    <div className="mb-4 grid gap-3 sm:grid-cols-3" data-no-print>
      <Select
        label={t("evidence.kindLabel")}
        name="kind"
        value={choice.kind}
        onChange={(event) => choice.setKind(event.target.value)}
      >
        <option value="">{t("sources.all")}</option>
        {evidenceKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`evidence.kind.${kind}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t("evidence.publisher")}
        name="publisher"
        value={choice.publisher}
        onChange={(event) => choice.setPublisher(event.target.value)}
      >
        <option value="">{t("sources.all")}</option>
        {choice.publishers.map((publisher) => (
          <option key={publisher}>{publisher}</option>
        ))}
      </Select>
      <Select
        label={t("sources.order.label")}
        name="order"
        value={choice.order}
        onChange={(event) => choice.setOrder(event.target.value as Order)}
      >
        {orders.map((order) => (
          <option key={order} value={order}>
            {t(`sources.order.${order}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}

function SourceLink({ source }: { source: Evidence }) {
  const { t } = useTranslation("debates");
  return (
    <a
      href={source.url}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      title={source.url}
      className="link"
    >
      <bdi>{source.title}</bdi>
      <Icon name="external" size={13} className="ms-1 inline" />
      <span className="sr-only">{t("evidence.opens")}</span>
    </a>
  );
}

function Grade({ outline, source }: { outline: LiveOutline; source: Evidence }) {
  const { t } = useTranslation("debates");
  const sums = outline.verdicts.sums.get(source.id);
  return (
    <span className="space-y-1 text-sm text-muted">
      {sums && isContested(sums) && (
        <Badge tone="warn" icon="warning">
          {t("review.contested")}
        </Badge>
      )}
      <span className="block">
        <GradeWords sums={sums} />
      </span>
    </span>
  );
}

function useColumns(outline: LiveOutline, isRevealed: boolean): Column<Listed>[] {
  const { t } = useTranslation("debates");
  const { verdicts } = outline;
  return [
    {
      id: "source",
      header: t("outline.source"),
      isHeader: true,
      className: "min-w-48",
      cell: ({ source }) => (
        <BehindBlock authorId={source.authorId} textId={source.id}>
          <SourceLink source={source} />
        </BehindBlock>
      ),
    },
    {
      id: "kind",
      header: t("evidence.kindLabel"),
      cell: ({ source }) => t(`evidence.kind.${source.kind}`),
    },
    {
      id: "publisher",
      header: t("evidence.publisher"),
      className: "min-w-32",
      cell: ({ publisher }) => <bdi>{publisher}</bdi>,
    },
    {
      id: "claim",
      header: t("sources.claim"),
      className: "min-w-64",
      cell: ({ claim }) => <ClaimLink claim={claim} />,
    },
    {
      id: "reviews",
      header: t("sources.reviews"),
      className: "min-w-40",
      cell: ({ source }) =>
        isRevealed || verdicts.mine.has(source.id) ? (
          <Grade outline={outline} source={source} />
        ) : (
          <span className="text-sm text-muted">{t("sources.hidden")}</span>
        ),
    },
  ];
}

/** All sources of a debate, with the claims that they are for. */
export function SourceList({ outline }: { outline: LiveOutline }) {
  const { t, i18n } = useTranslation(["debates", "ui"]);
  const all = useListed(outline);
  const choice = useChoice(all, i18n.language);
  const [isRevealed, setIsRevealed] = useState(false);
  const columns = useColumns(outline, isRevealed);
  const save = () =>
    downloadCsv(t("sources.title"), [
      [
        t("evidence.title"),
        t("evidence.url"),
        t("evidence.kindLabel"),
        t("evidence.publisher"),
      ].concat(t("evidence.publishedOn"), t("sources.claim")),
      ...choice.rows.map(({ source, publisher, claim }) => [
        source.title,
        source.url,
        t(`evidence.kind.${source.kind}`),
        publisher,
        source.publishedOn ?? "",
        claim.text,
      ]),
    ]);
  return (
    <div>
      <Choosing choice={choice} />
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-muted" role="status">
          {t("sources.count", { count: choice.rows.length })}
        </p>
        <span className="flex flex-wrap gap-1" data-no-print>
          <Button
            size="small"
            variant="quiet"
            icon="chart"
            aria-pressed={isRevealed}
            onClick={() => setIsRevealed(!isRevealed)}
          >
            {t(isRevealed ? "sources.hide" : "sources.reveal")}
          </Button>
          <Button size="small" variant="quiet" icon="download" onClick={save}>
            {t("ui:chart.csv")}
          </Button>
        </span>
      </div>
      <DataTable
        caption={t("sources.title")}
        hideCaption
        columns={columns}
        rows={choice.rows}
        keyOf={({ source }) => source.id}
        empty={<p className="py-4 text-muted">{t("sources.noneOfThese")}</p>}
      />
    </div>
  );
}
