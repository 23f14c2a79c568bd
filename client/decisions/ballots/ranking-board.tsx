import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { useWords } from "../words.ts";
import type { DropTarget } from "./drop-target.ts";
import { RankedRow, type RowOption } from "./ranked-row.tsx";
import { moveInRanking, placeOf, type Ranking, type RankingMove, unrankedOf } from "./ranking.ts";
import { useRankingDrag } from "./use-ranking-drag.ts";

interface RankingBoardProps {
  options: readonly RowOption[];
  ranking: Ranking;
  onChange: (ranking: string[][]) => void;
  allowsTies: boolean;
  isFixed: boolean;
  faults: ReadonlyMap<string, string>;
  /** What leaving options out means. */
  unrankedHint: string;
}

/** After a move, what had the focus gets it back where it is now; a row that left takes it to what is left of it. */
function useFocusThatMoves(board: RefObject<HTMLElement | null>, ranking: Ranking) {
  const wanted = useRef<{ option: string; control: string } | null>(null);
  useLayoutEffect(() => {
    const place = wanted.current;
    wanted.current = null;
    const row =
      place && board.current?.querySelector(`[data-option="${CSS.escape(place.option)}"]`);
    if (!row) return;
    const same = row.querySelector<HTMLElement>(`[data-control="${place.control}"]`);
    const control = same ?? row.querySelector<HTMLElement>("[data-control]");
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: "nearest" });
  }, [board, ranking]);
  return (option: string, otherwise?: string) => {
    const active = document.activeElement;
    const control = active?.closest<HTMLElement>("[data-control]")?.dataset["control"] ?? otherwise;
    wanted.current = control === undefined ? null : { option, control };
  };
}

/** What a move has led to, for those who listen. */
function useAnnouncement(options: readonly RowOption[], allowsTies: boolean) {
  const { t, title, titles } = useWords();
  const titleOf = (id: string) => options.find((option) => option.id === id)?.title ?? "";
  return (ranking: Ranking, { kind, ...move }: RankingMove): string => {
    if (kind === "clear" || !("option" in move)) return t("ballot.ranking.said-cleared");
    const at = placeOf(ranking, move.option);
    const name = title(titleOf(move.option));
    if (at === -1) return t("ballot.ranking.said-unranked", { name });
    const place = { name, rank: at + 1, of: ranking.length };
    const others = (ranking[at] ?? []).filter((id) => id !== move.option).map(titleOf);
    return allowsTies && others.length > 0
      ? t("ballot.ranking.said-level", { ...place, others: titles(others) })
      : t("ballot.ranking.said", place);
  };
}

/** The line where the dragged option would go. */
function DropLine({ isHere }: { isHere: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx("block h-1 rounded-full", isHere ? "bg-accent" : "bg-transparent")}
    />
  );
}

const isPlace = (target: DropTarget | undefined, at: number) =>
  target?.kind === "place" && target.at === at;

interface ListProps {
  id: string;
  target: DropTarget | undefined;
  row: (option: string, at: number | null, isShared?: boolean) => ReactNode;
}

function RankedList({ id, target, row, ranking }: ListProps & { ranking: Ranking }) {
  const { t } = useTranslation("decisions");
  return (
    <ol aria-labelledby={`${id}-ranked`}>
      {ranking.map((group, at) => (
        <li key={group.join()}>
          <DropLine isHere={isPlace(target, at)} />
          <div
            data-group
            className={cx(
              "flex rounded-lg border bg-surface",
              target?.kind === "join" && target.at === at
                ? "border-accent ring-2 ring-accent"
                : "border-line-strong",
            )}
          >
            <span
              aria-hidden="true"
              className="grid w-11 shrink-0 place-items-center border-e border-line font-serif text-xl font-semibold text-accent tabular-nums"
            >
              {at + 1}
            </span>
            <ul
              aria-label={t("ballot.ranking.rank", { rank: at + 1 })}
              className="min-w-0 flex-1 divide-y divide-line"
            >
              {group.map((option) => row(option, at, group.length > 1))}
            </ul>
          </div>
          {at === ranking.length - 1 && <DropLine isHere={isPlace(target, at + 1)} />}
        </li>
      ))}
    </ol>
  );
}

function UnrankedList(props: ListProps & { options: readonly string[]; hint: string }) {
  const { id, target, row, options, hint } = props;
  const { t } = useTranslation("decisions");
  return (
    <div data-unranked className="mt-4">
      <h4 id={`${id}-left`} className="font-sans text-sm font-semibold">
        {t("ballot.ranking.unranked")}
      </h4>
      <p className="pb-2 text-sm text-muted">{hint}</p>
      <ul
        aria-labelledby={`${id}-left`}
        className={cx(
          "divide-y divide-line rounded-lg border border-dashed",
          target?.kind === "leave" ? "border-accent bg-accent-soft" : "border-line-strong",
        )}
      >
        {options.map((option) => row(option, null))}
      </ul>
    </div>
  );
}

function NothingRanked({ isFixed, isTarget }: { isFixed: boolean; isTarget: boolean }) {
  const { t } = useTranslation("decisions");
  return (
    <p
      className={cx(
        "rounded-lg border border-dashed px-4 py-5 text-center text-muted",
        isTarget ? "border-accent bg-accent-soft" : "border-line-strong",
      )}
    >
      {t(isFixed ? "ballot.ranking.none" : "ballot.ranking.empty")}
    </p>
  );
}

function BoardHead(props: { id: string; allowsTies: boolean; onClear: (() => void) | null }) {
  const { id, allowsTies, onClear } = props;
  const { t } = useTranslation("decisions");
  return (
    <div className="flex min-h-8 items-end justify-between gap-4 pb-1">
      <h4 id={`${id}-ranked`} className="font-sans text-sm font-semibold">
        {t("ballot.ranking.ranked")}
      </h4>
      {onClear && (
        <Button size="small" variant="quiet" onClick={onClear}>
          {t("ballot.ranking.clear")}
        </Button>
      )}
      <p id={`${id}-help`} className="sr-only">
        {t(allowsTies ? "ballot.ranking.keys-ties" : "ballot.ranking.keys")}
      </p>
    </div>
  );
}

/** Options in the voter's order, and those that are left out; by drag, buttons or keys. */
export function RankingBoard(props: RankingBoardProps) {
  const { options, ranking, onChange, allowsTies, isFixed, faults, unrankedHint } = props;
  const id = useId();
  const board = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const keepFocus = useFocusThatMoves(board, ranking);
  const announce = useAnnouncement(options, allowsTies);
  const ids = options.map((option) => option.id);
  const move = (one: RankingMove) => {
    const next = moveInRanking(ranking, one);
    if ("option" in one) keepFocus(one.option);
    else keepFocus(ids[0] ?? "", "add");
    setSaid(announce(next, one));
    onChange(next.map((group) => [...group]));
  };
  const { drag, handlersOf } = useRankingDrag({ board, allowsTies, onMove: move });
  const target = drag?.target;
  const left = unrankedOf(ranking, ids);
  const row: ListProps["row"] = (option, at, isShared = false) => {
    const found = options.find((one) => one.id === option);
    if (!found) return null;
    const shape = { option: found, at, isShared, allowsTies, isFixed, drag, handlersOf };
    const helpId = `${id}-help`;
    return (
      <RankedRow key={option} {...shape} onMove={move} helpId={helpId} fault={faults.get(option)} />
    );
  };
  const list = { id, target, row };
  const onClear = isFixed || ranking.length === 0 ? null : () => move({ kind: "clear" });
  return (
    <div ref={board}>
      <BoardHead id={id} allowsTies={allowsTies} onClear={onClear} />
      {ranking.length === 0 && <NothingRanked isFixed={isFixed} isTarget={isPlace(target, 0)} />}
      <RankedList {...list} ranking={ranking} />
      {left.length > 0 && <UnrankedList {...list} options={left} hint={unrankedHint} />}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
