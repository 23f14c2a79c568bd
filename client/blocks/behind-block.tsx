import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/cx.ts";
import { Icon } from "../ui/icons.tsx";
import { useBlocks } from "./blocks-context.ts";

interface Look {
  tabIndex?: 0 | -1;
  className?: string;
}

interface FoldedLineProps extends Look {
  isFolded: boolean;
  onTurn: () => void;
}

/** Says whose text it is, and shows or folds it. */
export function FoldedLine({ isFolded, onTurn, tabIndex, className }: FoldedLineProps) {
  const { t } = useTranslation("blocks");
  return (
    <span
      className={cx(
        "flex flex-wrap items-center gap-x-2 font-sans text-sm leading-6 font-normal text-muted",
        className,
      )}
    >
      <Icon name="hide" size={16} />
      {t("by")}
      <span aria-hidden="true" data-no-print>
        ·
      </span>
      <button
        type="button"
        data-no-print
        tabIndex={tabIndex}
        className="link min-h-6 px-1"
        onClick={onTurn}
      >
        {t(isFolded ? "show" : "hide")}
      </button>
    </span>
  );
}

interface LineProps extends Look {
  authorId: string | undefined;
  /** Which text it is: one that was shown once stays so wherever it stands on the page. */
  textId: string;
}

/** In place of a text by somebody whom the reader blocked, or above it once they want it. Nothing for others' texts. */
export function BlockedLine({ authorId, textId, ...look }: LineProps) {
  const { isBlocked, isFolded, turn } = useBlocks();
  if (!isBlocked(authorId)) return null;
  return <FoldedLine {...look} isFolded={isFolded(authorId, textId)} onTurn={() => turn(textId)} />;
}

interface BehindBlockProps extends LineProps {
  children: ReactNode;
}

/** What somebody wrote, folded to a line for a reader who blocked them. It counts as before. */
export function BehindBlock({ children, ...line }: BehindBlockProps) {
  const { isFolded } = useBlocks();
  return (
    <>
      <BlockedLine {...line} />
      {!isFolded(line.authorId, line.textId) && children}
    </>
  );
}
