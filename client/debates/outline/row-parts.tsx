import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton, type ButtonProps } from "../../ui/button.tsx";
import type { IconName } from "../../ui/icons.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useNameOf } from "../../ui/person-name.ts";
import { Time } from "../../ui/time.tsx";
import { useDebate } from "../debate-context.ts";
import { fold } from "./fold.ts";
import { rowIdOf, useOutline, useRowHere } from "./outline-context.ts";
import type { Task } from "./state.ts";
import { type OutlineNode, type Row, sidesOf } from "./tree.ts";

/** Only in the row where the keyboard is does the Tab key stop at buttons. */
export function useTabStop(): 0 | -1 {
  return useRowHere().isActive ? 0 : -1;
}

interface ToggleProps {
  row: Row;
}

/** Opens and closes what is below. */
export function Toggle({ row }: ToggleProps) {
  const { t } = useTranslation("debates");
  const { dispatch } = useOutline();
  const { node, isOpen, hasBelow } = row;
  if (!hasBelow) return <span className="size-8 shrink-0 max-sm:hidden" />;
  const toggle = () =>
    fold(dispatch, isOpen ? { do: "close", id: node.id } : { do: "open", ids: [node.id] });
  return (
    <IconButton
      icon="chevron"
      size="small"
      label={t(isOpen ? "outline.close" : "outline.open")}
      tabIndex={-1}
      onClick={toggle}
      className={isOpen ? "[&>svg]:rotate-90 rtl:[&>svg]:-rotate-90" : ""}
    />
  );
}

interface DeedProps extends Pick<ButtonProps, "onClick"> {
  icon: IconName;
  children: ReactNode;
  /** What it is about, for those who listen. */
  label?: string;
  /** On a phone only its drawing is seen. */
  brief?: boolean;
}

/** A small thing to do at a row. */
export function Deed({ icon, children, label, brief, onClick }: DeedProps) {
  return (
    <Button
      size="small"
      variant="quiet"
      icon={icon}
      tabIndex={useTabStop()}
      aria-label={label}
      onClick={onClick}
      className="text-muted! hover:text-ink!"
    >
      <span className={brief ? "max-sm:sr-only" : ""}>{children}</span>
    </Button>
  );
}

/** Begins a task at the row around, or ends it where it is under way. */
export function useTaskToggle() {
  const { dispatch } = useOutline();
  const { task: running } = useRowHere();
  return (task: Task) => {
    const isSame =
      running?.kind === task.kind &&
      (running.kind !== "claim" || task.kind !== "claim" || running.side === task.side) &&
      (running.kind !== "review" ||
        task.kind !== "review" ||
        running.evidenceId === task.evidenceId);
    dispatch(isSame ? { do: "end" } : { do: "begin", task });
  };
}

interface FactsProps {
  node: OutlineNode;
  authorId: string;
  createdAt: string;
  version: number;
}

/** Who, when, and how much speaks for and against it. */
export function Facts({ node, authorId, createdAt, version }: FactsProps) {
  const { t } = useTranslation("debates");
  const { authors } = useOutline();
  const { pro, con } = sidesOf(node);
  const nameOf = useNameOf();
  const { slug } = useDebate();
  const tabStop = useTabStop();
  const author = authors.get(authorId);
  return (
    <span
      id={`${rowIdOf(node.id)}-facts`}
      className="flex flex-wrap items-center gap-x-2 text-sm text-muted"
    >
      {author ? (
        <Link
          to="/c/$slug/people/$participantId"
          params={{ slug, participantId: author.id }}
          tabIndex={tabStop}
          className="font-medium text-inherit no-underline hover:text-accent"
        >
          <bdi>{nameOf(author)}</bdi>
        </Link>
      ) : (
        <bdi className="font-medium">…</bdi>
      )}
      <Time value={createdAt} />
      {version > 1 && <span>{t("outline.edited")}</span>}
      {pro > 0 && <span className="text-pro">{t("outline.pros", { count: pro })}</span>}
      {con > 0 && <span className="text-con">{t("outline.cons", { count: con })}</span>}
    </span>
  );
}

/** What others do here right now: claims that wait to be shown, and who is writing. It moves nothing. */
export function Goings({ node }: { node: OutlineNode }) {
  const { t, i18n } = useTranslation("debates");
  const { newcomers, showNew, writersAt } = useOutline();
  const tabStop = useTabStop();
  const waiting = newcomers.get(node.id) ?? 0;
  const writers = writersAt.get(node.id) ?? [];
  if (waiting === 0 && writers.length === 0) return null;
  const names = new Intl.ListFormat(i18n.language).format(writers);
  return (
    <span
      data-no-print
      className="absolute end-2 top-2 z-10 inline-flex max-w-[60%] items-center gap-2 rounded-full bg-paper"
    >
      {waiting > 0 && (
        <Button
          size="small"
          icon="plus"
          tabIndex={tabStop}
          onClick={() => showNew(node.id)}
          className="rounded-full! border-accent! text-accent!"
        >
          {t("outline.newHere", { count: waiting })}
        </Button>
      )}
      {writers.length > 0 && (
        <span className="inline-flex min-w-0 items-center gap-1.5 px-2 text-sm text-muted italic">
          <Icon name="edit" size={14} />
          <span className="truncate">{t("outline.writing", { count: writers.length, names })}</span>
        </span>
      )}
    </span>
  );
}
