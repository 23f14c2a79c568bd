import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CardLink, System } from "#shared/contract/systems.ts";
import { CsvButton, type TextColumn } from "../ui/csv-button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Fact } from "../ui/fact.tsx";
import { useNameOf } from "../ui/person-name.ts";

/** What a card says, of any of its versions. */
export type CardWords = Pick<
  System,
  | "kind"
  | "name"
  | "release"
  | "licence"
  | "url"
  | "intendedUse"
  | "knownHarms"
  | "evaluations"
  | "links"
  | "steward"
>;

const Prose = ({ children }: { children: string }) => (
  <span dir="auto" className="whitespace-pre-line">
    {children}
  </span>
);

function Linked({ link, slug }: { link: CardLink; slug: string }) {
  const { kind, id, title, debateId } = link;
  if (kind === "commitment") {
    const params = { slug, commitmentId: id };
    return (
      <Link to="/c/$slug/commitments/$commitmentId" params={params} className="link">
        <bdi>{title}</bdi>
      </Link>
    );
  }
  const params = { slug, debateId: debateId ?? id };
  const tab = kind === "debate" ? "arguments" : "outcome";
  return (
    <Link to={`/c/$slug/d/$debateId/${tab}`} params={params} className="link">
      <bdi>{title}</bdi>
    </Link>
  );
}

/** What a card says, term by term. */
export function CardFacts({ card, slug }: { card: CardWords; slug: string }) {
  const { t } = useTranslation("systems");
  const nameOf = useNameOf();
  return (
    <dl>
      <Fact term={t("column.kind")}>{t(`kind.${card.kind}`)}</Fact>
      <Fact term={t("release")}>
        <bdi>{card.release}</bdi>
      </Fact>
      <Fact term={t("steward")}>
        <bdi>{nameOf(card.steward)}</bdi>
      </Fact>
      <Fact term={t("licence")}>
        <bdi>{card.licence}</bdi>
      </Fact>
      {card.url && (
        <Fact term={t("url")}>
          <a href={card.url} className="link break-words" dir="ltr" rel="noopener nofollow ugc">
            {card.url}
          </a>
        </Fact>
      )}
      <Fact term={t("intendedUse")}>
        <Prose>{card.intendedUse}</Prose>
      </Fact>
      <Fact term={t("knownHarms")}>
        <Prose>{card.knownHarms}</Prose>
      </Fact>
      {card.links.length > 0 && (
        <Fact term={t("links")}>
          <ul>
            {card.links.map((link) => (
              <li key={link.id}>
                {t(`link.${link.kind}`)} <Linked link={link} slug={slug} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

type Evaluation = CardWords["evaluations"][number];

/** What was measured, as a table and its file. */
export function Evaluations({ card }: { card: CardWords }) {
  const { t } = useTranslation("systems");
  if (card.evaluations.length === 0) return <p className="text-muted">{t("noEvaluations")}</p>;
  const texts: TextColumn<Evaluation>[] = [
    { id: "measured", header: t("evaluation.measured"), cell: ({ measured }) => measured },
    { id: "value", header: t("evaluation.value"), cell: ({ value }) => value },
    { id: "on", header: t("evaluation.on"), cell: ({ on }) => on },
    { id: "by", header: t("evaluation.by"), cell: ({ by }) => by },
    { id: "url", header: t("evaluation.url"), cell: ({ url }) => url },
  ];
  return (
    <div className="min-w-0 space-y-2" data-source>
      <DataTable
        caption={t("evaluations")}
        hideCaption
        stacks
        rows={card.evaluations}
        keyOf={({ measured, on, by, url }) => `${measured} ${on} ${by} ${url}`}
        columns={texts.map((column, at) => ({
          ...column,
          header: column.id === "url" ? t("evaluation.evidence") : column.header,
          isHeader: at === 0,
          className: column.id === "on" ? "whitespace-nowrap" : undefined,
          cell: (row: Evaluation) =>
            column.id === "url" ? (
              <a href={row.url} className="link" rel="noopener nofollow ugc">
                <bdi>{new URL(row.url).host}</bdi>
              </a>
            ) : (
              <bdi>{column.cell(row)}</bdi>
            ),
        }))}
      />
      <CsvButton
        name={`${card.name} ${t("evaluations")}`}
        columns={texts}
        rows={card.evaluations}
      />
    </div>
  );
}
