import { useQuery } from "@tanstack/react-query";
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

interface TraitProps {
  trait: Trait;
  groups: Groups | null;
  /** Of the files. */
  name: string;
}

function ByTrait({ trait, groups, name }: TraitProps) {
  const words = useWords();
  const { t } = words;
  const title = t(`people.by.${trait}`);
  if (groups === null || groups.told.length === 0) {
    return (
      <div className="min-w-0 space-y-2">
        <h3 className="text-xl">{title}</h3>
        <p className="max-w-measure text-muted">
          {t(groups === null ? "people.noMap" : "people.tooFew")}
        </p>
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
          return { ...group, id: group.name, label: groupName(words, trait, group.name) };
        }),
        ...rest,
      ]}
      caption={groups.isPartial ? t("people.partial") : undefined}
    />
  );
}

function Rates({ told, name }: { told: ActionRates; name: string }) {
  const { t, part, percent, quarter } = useWords();
  if (told.quarter === null) {
    return (
      <EmptyState size="small" icon="people" title={t("people.none")}>
        {t("people.noneText")}
      </EmptyState>
    );
  }
  const { all, by } = told;
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
          <ByTrait
            key={trait}
            trait={trait}
            groups={by[trait]}
            name={`${name} ${quarter(told.quarter ?? "")}`}
          />
        ))}
      </div>
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
          <Rates told={told} name={community.name} />
        </div>
      )}
    </Loaded>
  );
}
