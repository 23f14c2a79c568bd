import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Community } from "#shared/contract/communities.ts";
import { type Groups, traits } from "#shared/contract/accountability.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Select } from "../ui/select.tsx";
import { EmptyState } from "../ui/states.tsx";
import { type ActionRates, ratesQuery } from "./queries.ts";
import { ShareFigure } from "./share-figure.tsx";
import { useWords, type Words } from "./words.ts";

type Trait = (typeof traits)[number];

/** What a group is called. */
function groupName({ t, language }: Words, trait: Trait, name: string): string {
  if (trait === "role") return t(`communities:role.${name}`);
  if (trait === "tenure") return t(`tenure.${name}`);
  if (trait === "language") {
    return new Intl.DisplayNames([language], { type: "language" }).of(name) ?? name;
  }
  return name === "" ? t("people.noGroup") : t("people.group", { name });
}

interface GroupsFigureProps {
  title: string;
  /** Null where there are none. */
  groups: Groups | null;
  /** Of the files. */
  name: string;
  labelOf: (name: string) => string;
  /** What stands there where nothing is told. */
  empty: string;
  caption?: ReactNode;
}

function GroupsFigure({ title, groups, name, labelOf, empty, caption }: GroupsFigureProps) {
  const { t } = useWords();
  if (groups === null || groups.told.length === 0) {
    return (
      <div className="min-w-0 space-y-2">
        <h3 className="text-xl">
          <bdi>{title}</bdi>
        </h3>
        <p className="max-w-measure text-muted">{empty}</p>
      </div>
    );
  }
  const rest = groups.rest
    ? [{ id: "rest", label: t("people.rest"), share: groups.rest, gap: null }]
    : [];
  return (
    <ShareFigure
      title={title}
      name={`${name} ${title}`}
      header={title}
      rows={[
        ...groups.told.map((group) => {
          return { ...group, id: group.name, label: labelOf(group.name) };
        }),
        ...rest,
      ]}
      caption={
        <>
          {groups.isPartial && t("people.partial")} {caption}
        </>
      }
    />
  );
}

interface TraitProps {
  trait: Trait;
  groups: Groups | null;
  name: string;
}

function ByTrait({ trait, groups, name }: TraitProps) {
  const words = useWords();
  const { t } = words;
  return (
    <GroupsFigure
      title={t(`people.by.${trait}`)}
      groups={groups}
      name={name}
      labelOf={(group) => groupName(words, trait, group)}
      empty={t(groups === null ? "people.noMap" : "people.tooFew")}
    />
  );
}

interface DeclaredProps {
  told: ActionRates;
  community: Community;
  name: string;
}

/** The same by what people say about themselves. */
function Declared({ told, community, name }: DeclaredProps) {
  const { t, number } = useWords();
  if (told.declared.length === 0) return null;
  return (
    <div className="space-y-6">
      <p className="max-w-measure text-pretty text-muted">
        {t("people.declared")}{" "}
        <Link to="/c/$slug/representation" params={{ slug: community.slug }} className="link">
          {t("people.toRepresentation")}
        </Link>
      </p>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        {told.declared.map(({ attribute, values, groups }) => (
          <GroupsFigure
            key={attribute.id}
            title={attribute.name}
            groups={groups}
            name={name}
            labelOf={(group) => values.find(({ id }) => id === group)?.name ?? ""}
            empty={t("people.declaredTooFew")}
            caption={t("representation:said", {
              count: peopleIn(groups),
              formatted: number(peopleIn(groups)),
            })}
          />
        ))}
      </div>
    </div>
  );
}

const peopleIn = ({ told, rest }: Groups): number =>
  told.reduce((sum, { share }) => sum + share.of, rest?.of ?? 0);

function Rates({ told, community }: { told: ActionRates; community: Community }) {
  const { t, part, percent, quarter } = useWords();
  if (told.quarter === null) {
    return (
      <EmptyState size="small" icon="people" title={t("people.none")}>
        {t("people.noneText")}
      </EmptyState>
    );
  }
  const { all, by } = told;
  const name = `${community.name} ${quarter(told.quarter)}`;
  return (
    <div className="space-y-8">
      <p className="max-w-measure font-serif text-xl text-pretty">
        {all
          ? t("people.all", {
              part: part(all),
              share: percent(all.share),
              low: percent(all.low),
              high: percent(all.high),
            })
          : t("people.allTooFew")}
      </p>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        {traits.map((trait) => (
          <ByTrait key={trait} trait={trait} groups={by[trait]} name={name} />
        ))}
      </div>
      <Declared told={told} community={community} name={name} />
    </div>
  );
}

interface PeopleRatesProps {
  community: Community;
  quarter: string | undefined;
  onChoose: (quarter: string) => void;
}

/** On how many people of which groups moderators acted; only of quarters that are over, and never of few. */
export function PeopleRates({ community, quarter, onChoose }: PeopleRatesProps) {
  const words = useWords();
  const { t } = words;
  const query = useQuery(ratesQuery(community.id, { quarter }));
  return (
    <Loaded query={query}>
      {(told) => (
        <div className="space-y-6">
          {told.quarters.length > 0 && (
            <Select
              className="max-w-60"
              label={t("people.quarter")}
              value={told.quarter ?? ""}
              onChange={({ target }) => onChoose(target.value)}
            >
              {told.quarter === null && <option value="">–</option>}
              {told.quarters.map((one) => (
                <option key={one} value={one}>
                  {words.quarter(one)}
                </option>
              ))}
            </Select>
          )}
          <Rates told={told} community={community} />
        </div>
      )}
    </Loaded>
  );
}
