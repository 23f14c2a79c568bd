import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Account } from "#shared/contract/accounts.ts";
import { accountRoom } from "#shared/contract/event.ts";
import { blockEvents, showingBlocks } from "../blocks/public.ts";
import { useRoom } from "../lib/use-room.ts";
import { CountMark } from "../ui/badge.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Popover } from "../ui/popover.tsx";
import { NoticeList } from "./notice-list.tsx";
import { noticeEvents, noticesQuery } from "./queries.ts";
import { useMarkRead } from "./use-mark-read.ts";

/** What is under the bell: the newest, and the way to all. */
function Newest({ close }: { close: () => void }) {
  const { t } = useTranslation("app");
  const notices = useQuery(noticesQuery);
  const read = useMarkRead();
  const newest = notices.data?.items[0];
  const hasUnread = (notices.data?.unreadCount ?? 0) > 0;
  return (
    <>
      <div className="flex items-center justify-between gap-4 border-b border-line px-4 py-3">
        <h2 className="text-lg">{t("needsYou.title")}</h2>
        {newest && hasUnread && (
          <Button
            size="small"
            variant="quiet"
            busy={read.isPending}
            onClick={() => read.mutate({ upTo: newest.id })}
          >
            {t("needsYou.allRead")}
          </Button>
        )}
      </div>
      <Loaded query={notices}>
        {({ items }) => (
          <NoticeList
            notices={items}
            onOpen={(notice) => {
              close();
              if (!notice.isRead) read.mutate({ ids: [notice.id] });
            }}
          />
        )}
      </Loaded>
      <Link
        to="/notifications"
        onClick={close}
        className="block border-t border-line px-4 py-3 text-sm no-underline hover:bg-ink/8"
      >
        {t("needsYou.all")}
      </Link>
    </>
  );
}

/** The bell: what needs this person, across all communities. */
export function NeedsYou({ account }: { account: Account }) {
  const { t } = useTranslation("app");
  const cache = useQueryClient();
  const notices = useQuery(noticesQuery);
  useRoom(accountRoom({ accountId: account.id }), [...noticeEvents(cache), ...blockEvents(cache)], {
    keeps: [noticesQuery.queryKey, ...showingBlocks],
  });
  const count = notices.data?.unreadCount ?? 0;
  return (
    <Popover
      label={t("needsYou.title")}
      trigger={(props) => (
        <IconButton
          {...props}
          icon="bell"
          label={count > 0 ? t("needsYou.count", { count }) : t("needsYou.title")}
          mark={<CountMark count={count} />}
        />
      )}
    >
      {(close) => <Newest close={close} />}
    </Popover>
  );
}
