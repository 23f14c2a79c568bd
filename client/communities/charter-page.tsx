import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CharterVersion, Community, RuleSummary } from "#shared/contract/communities.ts";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Select } from "../ui/select.tsx";
import { EmptyState } from "../ui/states.tsx";
import { Time } from "../ui/time.tsx";
import { Charter } from "./charter.tsx";
import { CharterChange } from "./charter-change.tsx";
import { charterVersionsQuery } from "./queries.ts";
import { CommunityFrame } from "./community-frame.tsx";

function Saved({ change, lang }: { change: CharterVersion; lang: string }) {
  const { t } = useTranslation(["communities", "ui"]);
  const { author } = change;
  return (
    <li className="border-t border-line py-4">
      <CharterChange change={change} before={change.before} lang={lang} />
      <p className="mt-2 text-sm text-muted">
        {author && (
          <>
            <bdi>{author.kind === "former" ? t("ui:formerMember") : author.name}</bdi>
            {" · "}
          </>
        )}
        {t("charter.saved")} <Time value={change.createdAt} show="absolute" />
        {" · "}
        {t("charter.from")} <Time value={change.effectiveAt} show="absolute" />
      </p>
    </li>
  );
}

const isKept = ({ isRetired }: RuleSummary) => !isRetired;

/** Rules by number and title; nothing where there are none of the kind. */
function RuleOptions({ label, rules }: { label: string; rules: readonly RuleSummary[] }) {
  const { t } = useTranslation("communities");
  if (rules.length === 0) return null;
  return (
    <optgroup label={label}>
      {rules.map(({ number, title }) => (
        <option key={number} value={number}>
          {t("charter.numbered", { number, title })}
        </option>
      ))}
    </optgroup>
  );
}

function NoHistory() {
  const { t } = useTranslation("communities");
  return (
    <EmptyState size="small" icon="history" title={t("charter.noHistory")}>
      {t("charter.noHistoryHint")}
    </EmptyState>
  );
}

function History({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const [chosen, setChosen] = useState("");
  const number = chosen === "" ? undefined : Number(chosen);
  const query = useInfiniteQuery(charterVersionsQuery(community.id, number));
  const rules = query.data?.pages[0]?.rules ?? [];
  return (
    <section aria-labelledby="charter-history">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <h2 id="charter-history" className="text-2xl">
          {t("charter.history")}
        </h2>
        <Select
          label={t("charter.which")}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">{t("charter.allRules")}</option>
          <RuleOptions label={t("charter.rulesNow")} rules={rules.filter(isKept)} />
          <RuleOptions
            label={t("charter.rulesGone")}
            rules={rules.filter((rule) => !isKept(rule))}
          />
        </Select>
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const changes = pages.flatMap(({ items }) => items);
          if (changes.length === 0) return <NoHistory />;
          return (
            <ol>
              {changes.map((change) => (
                <Saved
                  key={`${change.number} ${change.version}`}
                  change={change}
                  lang={community.language}
                />
              ))}
            </ol>
          );
        }}
      </Loaded>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </section>
  );
}

/** The rules in force, those that are coming, and every change there was. */
export function CharterPage() {
  const { slug } = useParams({ from: "/c/$slug/charter" });
  const { t } = useTranslation("communities");
  return (
    <CommunityFrame slug={slug} title={t("charter.title")}>
      {(community) => (
        <div className="max-w-measure space-y-12">
          <section aria-labelledby="charter-rules">
            <h2 id="charter-rules" className="sr-only">
              {t("charter.rulesNow")}
            </h2>
            <Charter
              rules={community.charter}
              coming={community.comingCharter}
              lang={community.language}
            />
            <p className="mt-6">
              <Link to="/c/$slug/disputes" params={{ slug }} className="link">
                {t("charter.cases")}
              </Link>
            </p>
            <p className="mt-2">
              <Link to="/c/$slug/moderation/accountability" params={{ slug }} className="link">
                {t("charter.kept")}
              </Link>
            </p>
          </section>
          <History community={community} />
        </div>
      )}
    </CommunityFrame>
  );
}
