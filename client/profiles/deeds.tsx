import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Deed } from "#shared/contract/profiles.ts";
import { BehindBlock } from "../blocks/public.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { EmptyState } from "../ui/states.tsx";
import { Time } from "../ui/time.tsx";
import { deedsQuery, type PersonIds } from "./queries.ts";

const icons: Record<Deed["kind"], IconName> = {
  debate: "people",
  position: "position",
  claim: "statement",
  evidence: "evidence",
  statement: "statement",
  moved: "arrow",
};

function hashOf({ kind, id, claimId }: Deed): string | undefined {
  if (claimId) return `claim-${claimId}`;
  return kind === "position" ? `position-${id}` : undefined;
}

function Item({ deed, slug }: { deed: Deed; slug: string }) {
  const { t } = useTranslation("profiles");
  const hash = hashOf(deed);
  const to =
    deed.kind === "statement"
      ? "/c/$slug/d/$debateId/statements"
      : "/c/$slug/d/$debateId/arguments";
  return (
    <li className="flex gap-4 border-t border-line py-4">
      <Icon name={icons[deed.kind]} className="mt-0.5 text-muted" />
      <div className="min-w-0 space-y-1">
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <span>{t(`deeds.kind.${deed.kind}`)}</span>
          <Time value={deed.at} />
        </p>
        {deed.text && (
          <p className="max-w-measure font-serif text-lg wrap-anywhere" dir="auto">
            {deed.text}
          </p>
        )}
        <p className="text-sm">
          <span className="text-muted">{t("deeds.in")} </span>
          <Link
            to={to}
            params={{ slug, debateId: deed.debateId }}
            {...(hash === undefined ? {} : { hash })}
            className="link"
          >
            <bdi>{deed.question}</bdi>
          </Link>
        </p>
      </div>
    </li>
  );
}

/** What somebody added and did here, the latest first. */
export function Deeds({ ids, slug }: { ids: PersonIds; slug: string }) {
  const { t } = useTranslation("profiles");
  const query = useInfiniteQuery(deedsQuery(ids));
  return (
    <section aria-labelledby="deeds">
      <h2 id="deeds" className="mb-4 text-2xl">
        {t("deeds.title")}
      </h2>
      <BehindBlock authorId={ids.participantId} textId={`deeds ${ids.participantId}`}>
        <Loaded query={query}>
          {({ pages }) => {
            const deeds = pages.flatMap(({ items }) => items);
            if (deeds.length === 0) {
              return (
                <EmptyState size="small" icon="activity" title={t("deeds.none")}>
                  {t("deeds.noneHint")}
                </EmptyState>
              );
            }
            return (
              <ol className="border-b border-line">
                {deeds.map((deed) => (
                  <Item key={`${deed.kind} ${deed.id}`} deed={deed} slug={slug} />
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
      </BehindBlock>
    </section>
  );
}
