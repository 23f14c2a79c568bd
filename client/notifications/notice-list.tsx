import { useNavigate } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Notice } from "#shared/contract/notifications.ts";
import { cx } from "../ui/cx.ts";
import { EmptyState } from "../ui/states.tsx";
import { Time } from "../ui/time.tsx";

interface NoticeListProps {
  notices: readonly Notice[];
  onOpen: (notice: Notice) => void;
  /** All are of one community, which the place says already. */
  isWithinOne?: boolean | undefined;
  /** What one can do where there is none. */
  nextAct?: ReactNode;
}

/** `communities.request-waiting` is said in the words of `communities`, key `notices.request-waiting`. */
function useWords(notices: readonly Notice[]) {
  const features = [...new Set(notices.map(({ kind }) => kind.split(".")[0] ?? kind))];
  const { t } = useTranslation(["app", ...features], { useSuspense: false });
  return ({ kind, data, community }: Notice) => {
    const [feature, what] = kind.split(".");
    return t(`${feature}:notices.${what}`, {
      ...(community ? { community: community.name } : {}),
      ...data,
      defaultValue: t("app:needsYou.something"),
    });
  };
}

/** Notices, newest first; unread ones have a dot and are set stronger. */
export function NoticeList({ notices, onOpen, isWithinOne, nextAct }: NoticeListProps) {
  const { t } = useTranslation("app");
  const words = useWords(notices);
  const navigate = useNavigate();
  if (notices.length === 0) {
    return (
      <div className="p-4">
        <EmptyState size="small" icon="bell" title={t("needsYou.nothing")} action={nextAct}>
          {t("needsYou.nothingHint")}
        </EmptyState>
      </div>
    );
  }
  const open = (event: MouseEvent, notice: Notice) => {
    onOpen(notice);
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ href: notice.link });
  };
  return (
    <ul className="p-1.5">
      {notices.map((notice) => (
        <li key={notice.id}>
          <a
            href={notice.link}
            onClick={(event) => open(event, notice)}
            className="flex gap-3 rounded-sm px-2.5 py-2.5 no-underline hover:bg-ink/8"
          >
            <span
              className={cx(
                "mt-2 size-2 shrink-0 rounded-full",
                notice.isRead ? "bg-transparent" : "bg-accent",
              )}
            />
            <span className="min-w-0">
              <span className={cx("block leading-6", !notice.isRead && "font-medium")}>
                {!notice.isRead && <span className="sr-only">{t("needsYou.unread")} </span>}
                {words(notice)}
              </span>
              <span className="block text-sm text-muted">
                {notice.community && !isWithinOne && <bdi>{notice.community.name} · </bdi>}
                <Time value={notice.createdAt} />
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
