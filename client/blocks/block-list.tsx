import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Block } from "#shared/contract/blocks.ts";
import { Button } from "../ui/button.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useNameOf } from "../ui/person-name.ts";
import { Time } from "../ui/time.tsx";
import { blocksQuery } from "./queries.ts";
import { useBlock } from "./use-block.ts";

function Item({ block: { community, person, createdAt } }: { block: Block }) {
  const { t } = useTranslation("blocks");
  const { mutate, isPending } = useBlock(person);
  const name = useNameOf()(person);
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-3">
      <div className="min-w-0 flex-1 basis-48">
        <Link
          to="/c/$slug/people/$participantId"
          params={{ slug: community.slug, participantId: person.id }}
          className="font-medium wrap-anywhere no-underline hover:text-accent"
        >
          <bdi>{name}</bdi>
        </Link>
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <bdi>{community.name}</bdi>
          <Time value={createdAt} />
        </p>
      </div>
      <Button
        size="small"
        aria-label={t("unblockOne", { name })}
        busy={isPending}
        onClick={() => mutate({ community, personId: person.id, isBlocked: false })}
      >
        {t("unblock")}
      </Button>
    </li>
  );
}

/** Whom the reader has blocked, in all communities, with the way back. */
export function BlockList() {
  const { t } = useTranslation("blocks");
  const query = useInfiniteQuery(blocksQuery);
  return (
    <div className="space-y-3">
      <p className="text-muted">{t("lead")}</p>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <p>{t("none")}</p>;
          return (
            <ul className="border-b border-line">
              {items.map((block) => (
                <Item key={block.id} block={block} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </div>
  );
}
