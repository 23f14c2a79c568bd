import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { FieldError } from "../../ui/field.tsx";
import { Icon } from "../../ui/icons.tsx";
import { isolated } from "../../ui/isolated.ts";
import { moveOfKey, type RankingMove } from "./ranking.ts";
import type { Drag, useRankingDrag } from "./use-ranking-drag.ts";

export interface RowOption {
  readonly id: string;
  readonly title: string;
}

interface RankedRowProps {
  option: RowOption;
  /** The place of its group, from 0; null where it is not ranked. */
  at: number | null;
  /** Shares its rank. */
  isShared: boolean;
  allowsTies: boolean;
  isFixed: boolean;
  onMove: (move: RankingMove) => void;
  helpId: string;
  fault: string | undefined;
  drag: Drag | null;
  handlersOf: ReturnType<typeof useRankingDrag>["handlersOf"];
}

function Handle({ option, helpId, at }: Pick<RankedRowProps, "option" | "helpId" | "at">) {
  const { t } = useTranslation("decisions");
  const title = isolated(option.title);
  return (
    <button
      type="button"
      data-handle
      data-control="handle"
      aria-describedby={helpId}
      aria-label={
        at === null
          ? t("ballot.ranking.handle-unranked", { title })
          : t("ballot.ranking.handle", { title, rank: at + 1 })
      }
      className="grid size-10 shrink-0 cursor-grab touch-none place-items-center rounded-md text-muted hover:bg-ink/8 active:cursor-grabbing compact:size-8"
    >
      <Icon name="drag" />
    </button>
  );
}

function Controls({ option, at, isShared, allowsTies, onMove }: RankedRowProps) {
  const { t } = useTranslation("decisions");
  const { id } = option;
  const title = isolated(option.title);
  if (at === null) {
    return (
      <Button
        size="small"
        icon="plus"
        data-control="add"
        aria-label={t("ballot.ranking.add-title", { title })}
        onClick={() => onMove({ kind: "up", option: id })}
      >
        {t("ballot.ranking.add")}
      </Button>
    );
  }
  const isTop = at === 0 && !isShared;
  return (
    <span className="ms-auto flex gap-0.5">
      <IconButton
        icon="up"
        data-control="up"
        label={t("ballot.ranking.up", { title })}
        aria-disabled={isTop || undefined}
        className={isTop ? "opacity-40!" : undefined}
        onClick={() => onMove({ kind: "up", option: id })}
      />
      <IconButton
        icon="down"
        data-control="down"
        label={t("ballot.ranking.down", { title })}
        onClick={() => onMove({ kind: "down", option: id })}
      />
      {allowsTies && (at > 0 || isShared) && (
        <IconButton
          icon="level"
          data-control="tie"
          aria-pressed={isShared}
          label={t(isShared ? "ballot.ranking.untie" : "ballot.ranking.tie", { title })}
          className={isShared ? "bg-accent-soft! text-accent!" : undefined}
          onClick={() => onMove({ kind: isShared ? "down" : "tie", option: id })}
        />
      )}
      <IconButton
        icon="close"
        data-control="leave"
        label={t("ballot.ranking.leave", { title })}
        onClick={() => onMove({ kind: "leave", option: id })}
      />
    </span>
  );
}

/** One option of a ranking: a handle to drag or to press keys on, and a button for each move. */
export function RankedRow(props: RankedRowProps) {
  const { option, at, allowsTies, isFixed, onMove, fault, drag, handlersOf } = props;
  const mine = drag?.option === option.id ? drag : null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (isFixed || event.altKey || event.ctrlKey || event.metaKey) return;
    const move = moveOfKey(event.key, option.id, allowsTies);
    if (!move) return;
    event.preventDefault();
    onMove(move);
  };
  return (
    <li
      data-option={option.id}
      onKeyDown={onKeyDown}
      {...(isFixed ? {} : handlersOf(option.id))}
      className={cx("relative", mine && "pointer-events-none z-10 select-none")}
      style={mine ? { translate: `${mine.dx}px ${mine.dy}px` } : undefined}
    >
      <div
        className={cx(
          "flex flex-wrap items-center gap-x-1 gap-y-0.5 rounded-md py-1 pe-1",
          mine && "bg-raised shadow-high ring-2 ring-accent",
          isFixed && "ps-3",
        )}
      >
        {!isFixed && <Handle option={option} helpId={props.helpId} at={at} />}
        <span dir="auto" className="min-w-0 flex-1 basis-40 py-1.5 font-serif text-lg leading-7">
          {option.title}
        </span>
        {!isFixed && <Controls {...props} />}
      </div>
      <FieldError id={option.id}>{fault}</FieldError>
    </li>
  );
}
