import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "../ui/button.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { NoticeList } from "./notice-list.tsx";
import { allNoticesQuery } from "./queries.ts";
import { useMarkRead } from "./use-mark-read.ts";

/** All that needed the reader, and what still does. */
export function NotificationsPage() {
  const { t } = useTranslation("notifications");
  const query = useInfiniteQuery(allNoticesQuery);
  const read = useMarkRead();
  const first = query.data?.pages[0];
  const newest = first?.items[0];
  return (
    <div className="max-w-measure space-y-6">
      <PageHeading
        lead={t("lead")}
        actions={
          newest &&
          first.unreadCount > 0 && (
            <Button
              icon="check"
              busy={read.isPending}
              onClick={() => read.mutate({ upTo: newest.id })}
            >
              {t("allRead")}
            </Button>
          )
        }
      >
        {t("title")}
      </PageHeading>
      <Loaded query={query}>
        {({ pages }) => (
          <>
            <div className="rounded-lg border border-line bg-surface">
              <NoticeList
                nextAct={
                  <ButtonLink to="/" icon="search">
                    {t("find")}
                  </ButtonLink>
                }
                notices={pages.flatMap(({ items }) => items)}
                onOpen={(notice) => {
                  if (!notice.isRead) read.mutate({ ids: [notice.id] });
                }}
              />
            </div>
            <LoadMore
              hasMore={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onLoad={() => void query.fetchNextPage()}
            />
          </>
        )}
      </Loaded>
    </div>
  );
}
