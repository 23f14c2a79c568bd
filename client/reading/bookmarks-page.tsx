import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Bookmark } from "#shared/contract/reading.ts";
import { FoldedLine } from "../blocks/public.ts";
import { useAccount } from "../lib/session.ts";
import { ButtonLink, IconButton } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { PhaseBadge } from "../ui/phase-badge.tsx";
import { EmptyState } from "../ui/states.tsx";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.ts";
import { bookmarksQuery } from "./queries.ts";
import { useKeep } from "./use-reading.ts";

/** Takes a bookmark away, with a way back. */
function useRemoval({ community, debate, claim }: Bookmark) {
  const { t } = useTranslation("reading");
  const keep = useKeep();
  const thing = { communityId: community.id, debateId: debate.id, claimId: claim?.id ?? null };
  const putBack = () => keep.mutate({ ...thing, isKept: true });
  const onSuccess = () =>
    toast({
      title: t("bookmark.gone"),
      action: { label: t("bookmark.putBack"), onSelect: putBack },
    });
  return {
    isPending: keep.isPending,
    begin: () => keep.mutate({ ...thing, isKept: false }, { onSuccess }),
  };
}

/** The claim that is kept, or the debate's question; by somebody who was blocked since, once it is asked for. */
function Words({ bookmark }: { bookmark: Bookmark }) {
  const { t } = useTranslation("reading");
  const { community, debate, claim } = bookmark;
  const [isFolded, setIsFolded] = useState(true);
  const link = {
    to: "/c/$slug/d/$debateId/arguments",
    params: { slug: community.slug, debateId: debate.id },
    ...(claim ? { hash: `claim-${claim.id}` } : {}),
    className: "block font-serif text-xl leading-7 no-underline hover:text-accent",
  } as const;
  if (claim?.isWithdrawn) {
    return (
      <Link {...link}>
        <span className="text-muted italic">{t("bookmark.withdrawn")}</span>
      </Link>
    );
  }
  const isByBlocked = claim?.isByBlocked === true;
  return (
    <>
      {isByBlocked && <FoldedLine isFolded={isFolded} onTurn={() => setIsFolded(!isFolded)} />}
      {!(isByBlocked && isFolded) && (
        <Link {...link} lang={(claim ?? debate).language}>
          <bdi>{claim ? claim.text : debate.question}</bdi>
        </Link>
      )}
    </>
  );
}

function Item({ bookmark }: { bookmark: Bookmark }) {
  const { t } = useTranslation("reading");
  const { community, debate, claim, createdAt } = bookmark;
  const { isPending, begin } = useRemoval(bookmark);
  const name = (!claim?.isByBlocked && claim?.text) || debate.question;
  return (
    <li className="flex items-start gap-3 border-t border-line py-row">
      <Icon name={claim ? "statement" : "question"} className="mt-1 text-muted" />
      <div className="min-w-0 flex-1">
        <Words bookmark={bookmark} />
        {claim && (
          <p lang={debate.language} className="mt-1 text-[0.9375rem]">
            <bdi>{debate.question}</bdi>
          </p>
        )}
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <bdi>{community.name}</bdi>
          <PhaseBadge phase={debate.phase} />
          <Time value={createdAt} />
        </p>
      </div>
      <IconButton
        icon="close"
        size="small"
        label={t("bookmark.forgetOne", { name })}
        busy={isPending}
        onClick={begin}
      />
    </li>
  );
}

function NoBookmarks() {
  const { t } = useTranslation("reading");
  return (
    <EmptyState
      icon="bookmark"
      title={t("bookmarks.none")}
      action={
        <ButtonLink to="/" icon="search">
          {t("bookmarks.discover")}
        </ButtonLink>
      }
    >
      {t("bookmarks.noneHint")}
    </EmptyState>
  );
}

function List() {
  const query = useInfiniteQuery(bookmarksQuery);
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <NoBookmarks />;
        return (
          <>
            <ul className="border-b border-line">
              {items.map((bookmark) => (
                <Item key={bookmark.id} bookmark={bookmark} />
              ))}
            </ul>
            <LoadMore
              hasMore={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onLoad={() => void query.fetchNextPage()}
            />
          </>
        );
      }}
    </Loaded>
  );
}

/** What one keeps, in all communities. */
export function BookmarksPage() {
  const { t } = useTranslation("reading");
  const account = useAccount();
  return (
    <div className="max-w-3xl space-y-6">
      <PageHeading lead={t("bookmarks.lead")}>{t("bookmarks.title")}</PageHeading>
      {account === null ? (
        <EmptyState
          icon="key"
          title={t("bookmarks.signIn")}
          action={
            <ButtonLink to="/sign-in" search={{ next: "/bookmarks" }} variant="primary">
              {t("bookmarks.signInButton")}
            </ButtonLink>
          }
        />
      ) : (
        <List />
      )}
    </div>
  );
}
