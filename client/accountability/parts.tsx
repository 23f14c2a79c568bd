import { Link } from "@tanstack/react-router";
import { useNameOf } from "../ui/person-name.ts";
import { isolated } from "../ui/isolated.ts";
import type { Accountability } from "./queries.ts";
import { ShareFigure, type ShareRow } from "./share-figure.tsx";
import { useWords } from "./words.ts";

interface PartProps {
  slug: string;
  /** Of the community, for the names of files. */
  name: string;
  told: Accountability;
}

type Counted = Pick<Accountability["rules"][number], "tally" | "gaps">;
type Labelled = Pick<ShareRow, "id" | "label" | "link">;

const measures = ["appealed", "overturned"] as const;

/** Both shares of the same things: how many of the actions were appealed, how many of the rulings overturned them. */
function BothShares<Row extends Counted>(props: {
  title: string;
  name: string;
  header: string;
  rows: readonly Row[];
  label: (row: Row, at: number) => Labelled;
}) {
  const { t } = useWords();
  const { title, name, header, rows, label } = props;
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
      {measures.map((measure) => (
        <ShareFigure
          key={measure}
          title={t(`measure.${measure}`)}
          name={`${name} ${title} ${t(`measure.${measure}`)}`}
          header={header}
          rows={rows.map((row, at) => ({
            ...label(row, at),
            share: row.tally[`${measure}Share`],
            gap: row.gaps[measure],
          }))}
        />
      ))}
    </div>
  );
}

/** By what was done: each with its entries in the ledger. */
export function ByKind({ slug, name, told }: PartProps) {
  const { t } = useWords();
  const rows = told.kinds
    .filter(({ tally }) => tally.actions > 0)
    .map((row) => ({ ...row, gaps: { appealed: null, overturned: null } }));
  return (
    <BothShares
      title={t("by.kind")}
      name={name}
      header={t("by.kind")}
      rows={rows}
      label={({ kind }) => {
        const label = t(`moderation:kind.${kind}`);
        return {
          id: kind,
          label,
          link: (
            <Link
              to="/c/$slug/ledger"
              params={{ slug }}
              search={{ kind: `moderation.${kind}` }}
              className="link"
            >
              {label}
            </Link>
          ),
        };
      }}
    />
  );
}

export function ByRule({ slug, name, told }: PartProps) {
  const { t, number } = useWords();
  return (
    <BothShares
      title={t("by.rule")}
      name={name}
      header={t("by.rule")}
      rows={told.rules}
      label={({ rule }) => {
        if (rule === null) return { id: "none", label: t("noRule") };
        const title = isolated(rule.title);
        const label = t("moderation:rule", { number: number(rule.number), title });
        return {
          id: `${rule.number}`,
          label,
          link: (
            <Link to="/c/$slug/charter" params={{ slug }} className="link">
              {label}
            </Link>
          ),
        };
      }}
    />
  );
}

/** Each of those who acted: by name where the community says so, else by office. */
export function ByModerator({ slug, name, told }: PartProps) {
  const { t, number } = useWords();
  const nameOf = useNameOf();
  return (
    <BothShares
      title={t("by.moderator")}
      name={name}
      header={t("by.moderator")}
      rows={told.moderators}
      label={({ person, role }, at) => {
        const office = t(`moderation:role.${role}`);
        if (person === null) {
          return { id: `${at}`, label: t("unnamed", { role: office, number: number(at + 1) }) };
        }
        const label = t("named", { role: office, name: isolated(nameOf(person)) });
        return {
          id: person.id,
          label,
          link: (
            <Link
              to="/c/$slug/ledger"
              params={{ slug }}
              search={{ kind: "moderation", actor: person.id }}
              className="link"
            >
              {label}
            </Link>
          ),
        };
      }}
    />
  );
}

export function ByRole({ name, told }: PartProps) {
  const { t } = useWords();
  return (
    <BothShares
      title={t("by.role")}
      name={name}
      header={t("by.role")}
      rows={told.roles}
      label={({ role }) => ({ id: role, label: t(`moderation:role.${role}`) })}
    />
  );
}
