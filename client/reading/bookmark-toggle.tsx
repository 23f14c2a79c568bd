import { useTranslation } from "react-i18next";
import { useDebate } from "../debates/public.ts";
import { useAccount } from "../lib/session.ts";
import { IconButton } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import { MenuItem } from "../ui/menu.tsx";
import { useKeep, useReading } from "./use-reading.ts";

/** Keeps a thing or not, by one press. */
function useToggle(claimId: string | null) {
  const { ids } = useDebate();
  const reading = useReading();
  const keep = useKeep();
  const isKept = claimId === null ? reading?.isBookmarked : reading?.claimIds.includes(claimId);
  const toggle = () => keep.mutate({ ...ids, claimId, isKept: !isKept });
  return { isKnown: reading !== undefined, isKept: isKept === true, toggle };
}

/** In the head of a debate: keeps it among one's bookmarks. */
export function BookmarkToggle() {
  const { t } = useTranslation("reading");
  const account = useAccount();
  const { isKept, toggle } = useToggle(null);
  if (!account) return null;
  return (
    <IconButton
      icon="bookmark"
      variant="secondary"
      label={t("bookmark.debate")}
      aria-pressed={isKept}
      onClick={toggle}
      className={isKept ? "text-accent! [&>svg]:fill-current" : ""}
    />
  );
}

/** In the menu of a claim. */
export function BookmarkItem({ claimId }: { claimId: string }) {
  const { t } = useTranslation("reading");
  const { isKnown, isKept, toggle } = useToggle(claimId);
  if (!isKnown) return null;
  return (
    <MenuItem icon="bookmark" onSelect={toggle}>
      {t(isKept ? "bookmark.forget" : "bookmark.keep")}
    </MenuItem>
  );
}

/** Beside a claim that one keeps. */
export function BookmarkMark() {
  const { t } = useTranslation("reading");
  return (
    <span title={t("bookmark.mark")} className="text-accent [&>svg]:fill-current">
      <Icon name="bookmark" size={14} />
      <span className="sr-only">{t("bookmark.mark")}</span>
    </span>
  );
}
