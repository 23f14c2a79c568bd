import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Account } from "#shared/contract/accounts.ts";
import { accountRoom } from "#shared/contract/event.ts";
import { useRoom } from "../lib/use-room.ts";
import { CountMark } from "../ui/badge.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Popover } from "../ui/popover.tsx";
import { NoticeList } from "./notice-list.tsx";
import { markRead, noticeEvents, noticesQuery } from "./queries.ts";

/** The bell: what needs this person, across all communities. */
export function NeedsYou({ account }: { account: Account }) {
  const { t } = useTranslation("app");
  const cache = useQueryClient();
  const notices = useQuery(noticesQuery);
  useRoom(accountRoom({ accountId: account.id }), noticeEvents(cache));
  const read = useMutation({
    mutationFn: markRead,
    onSuccess: () => cache.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
  const count = notices.data?.unreadCount ?? 0;
  const newest = notices.data?.items[0];
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
      {(close) => (
        <>
          <div className="flex items-center justify-between gap-4 border-b border-line px-4 py-3">
            <h2 className="text-lg">{t("needsYou.title")}</h2>
            {newest && count > 0 && (
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
        </>
      )}
    </Popover>
  );
}
