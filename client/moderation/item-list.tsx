import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ModerationItem } from "#shared/contract/moderation.ts";
import { Badge } from "../ui/badge.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { cx } from "../ui/cx.ts";
import { useNameOf } from "../ui/person-name.ts";
import { Time } from "../ui/time.tsx";

interface Marks {
  readonly marked: readonly ModerationItem[];
  readonly toggle: (id: string) => void;
}

interface ItemListProps {
  items: readonly ModerationItem[];
  chosenId: string | undefined;
  choose: (id: string) => void;
  marks: Marks;
}

/** How it stands, in words: overdue, illegal, out of sight, taken by somebody. */
export function ItemBadges({ item }: { item: ModerationItem }) {
  const { t } = useTranslation("moderation");
  const nameOf = useNameOf();
  const { severity, isOverdue, state, status, claimed } = item;
  return (
    <>
      {status !== "open" && <Badge>{t(`status.${status}`)}</Badge>}
      {severity !== "normal" && (
        <Badge tone={severity === "illegal" ? "danger" : "warn"} icon="warning">
          {t(`severity.${severity}`)}
        </Badge>
      )}
      {isOverdue && (
        <Badge tone="danger" icon="clock">
          {t("desk.overdue")}
        </Badge>
      )}
      {state && <Badge icon="hide">{t(`shown.${state}`)}</Badge>}
      {claimed && (
        <span className="inline-flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {t("claim.by", { name: nameOf(claimed.by) })}
          <Countdown until={claimed.until} over="" />
        </span>
      )}
    </>
  );
}

/** What it is about and how it begins; a press looks at it. */
function Opener({ item, isChosen, choose }: EntryProps) {
  const { t } = useTranslation("moderation");
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Going by keys takes the focus along, but not out of the case or a field.
    const at = document.activeElement;
    const isFree = at === document.body || at?.id === "main" || at?.closest("[data-queue]");
    if (isChosen && isFree) button.current?.focus();
  }, [isChosen]);
  return (
    <button
      ref={button}
      type="button"
      aria-current={isChosen ? "true" : undefined}
      onClick={() => choose(item.id)}
      className="block w-full text-start"
    >
      <span className="block text-sm text-muted">
        {t(`work.${item.work}`)} · {t(`subject.${item.subject.kind}`)}
      </span>
      <span dir="auto" className="line-clamp-3 font-serif leading-6 break-words">
        {item.excerpt}
      </span>
    </button>
  );
}

interface EntryProps {
  item: ModerationItem;
  isChosen: boolean;
  choose: (id: string) => void;
}

interface MarkedEntryProps extends EntryProps {
  isMarked: boolean;
  toggle: (id: string) => void;
}

function Entry({ isMarked, toggle, ...props }: MarkedEntryProps) {
  const { t } = useTranslation("moderation");
  const { item, isChosen } = props;
  const { id, excerpt, flags, deadlineAt, isOverdue, createdAt } = item;
  return (
    <li
      className={cx(
        "flex items-start gap-2 border-t border-line px-3 py-3 first:border-t-0",
        isChosen && "bg-accent-soft",
      )}
    >
      <input
        type="checkbox"
        aria-label={t("desk.mark", { text: excerpt })}
        checked={isMarked}
        onChange={() => toggle(id)}
        className="mt-1 size-5 shrink-0 accent-accent"
      />
      <div className="min-w-0 flex-1 space-y-1">
        <Opener {...props} />
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          {flags.count > 0 && <span>{t("desk.flags", { count: flags.count })}</span>}
          {deadlineAt && !isOverdue && <Countdown until={deadlineAt} over={t("desk.overdue")} />}
          {!deadlineAt && <Time value={createdAt} />}
        </p>
        <p className="flex flex-wrap items-center gap-2 empty:hidden">
          <ItemBadges item={item} />
        </p>
      </div>
    </li>
  );
}

/** The queue; the item that is looked at is marked. */
export function ItemList({ items, chosenId, choose, marks }: ItemListProps) {
  const { t } = useTranslation("moderation");
  return (
    <ol
      aria-label={t("desk.queue")}
      data-queue
      className="overflow-hidden rounded-lg border border-line bg-surface"
    >
      {items.map((item) => (
        <Entry
          key={item.id}
          item={item}
          isChosen={item.id === chosenId}
          isMarked={marks.marked.some(({ id }) => id === item.id)}
          choose={choose}
          toggle={marks.toggle}
        />
      ))}
    </ol>
  );
}
