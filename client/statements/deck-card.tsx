import { useTranslation } from "react-i18next";
import type { ResponseValue, Statement } from "#shared/contract/statements.ts";
import { BehindBlock, useBlocks } from "../blocks/public.ts";
import { Moderated } from "../moderation/public.ts";
import { cx } from "../ui/cx.ts";
import { StatementBadges } from "./statement-marks.tsx";
import { ResponseButtons } from "./response-buttons.tsx";
import { useDeckKeys } from "./use-deck-keys.ts";
import { type Direction, useSwipe } from "./use-swipe.ts";

const thrown: Record<Direction, ResponseValue> = { end: 1, start: -1, up: 0 };
const words: Record<Direction, string> = { end: "agree", start: "disagree", up: "pass" };

interface DeckCardProps {
  statement: Statement;
  onRespond: (value: ResponseValue) => void;
  onUndo: (() => void) | null;
}

type SheetProps = Pick<DeckCardProps, "statement" | "onRespond">;

/** The statement itself, on a sheet that can be thrown. Upwards is a throw too, so on it the page scrolls only back. */
function Sheet({ statement, onRespond }: SheetProps) {
  const { t } = useTranslation("statements");
  const { moved, heading, handlers } = useSwipe((direction) => onRespond(thrown[direction]));
  const shift = moved
    ? { transform: `translate(${moved.x}px, ${Math.min(0, moved.y)}px) rotate(${moved.x / 40}deg)` }
    : undefined;
  return (
    <article
      {...handlers}
      style={shift}
      className={cx(
        "relative flex min-h-52 touch-pan-y flex-col justify-center rounded-lg border border-line-strong bg-surface px-6 py-10 shadow-low select-none supports-[touch-action:pan-up]:touch-pan-up sm:px-10",
        !moved && "transition-transform duration-150",
      )}
    >
      <BehindBlock authorId={statement.author.id} textId={statement.id} className="justify-center">
        <Moderated
          subject={{ kind: "statement", id: statement.id }}
          mark={statement.moderation}
          authorId={statement.author.id}
        >
          <p
            lang={statement.language}
            className="text-center font-serif text-2xl leading-9 text-balance select-text"
          >
            <bdi>{statement.text}</bdi>
          </p>
        </Moderated>
        <div className="mt-3 flex justify-center">
          <StatementBadges statement={statement} />
        </div>
      </BehindBlock>
      <p
        aria-hidden="true"
        className={cx(
          "absolute inset-x-0 top-3 text-center text-sm font-semibold",
          heading ? "opacity-100" : "opacity-0",
        )}
      >
        {heading && t(words[heading])}
      </p>
    </article>
  );
}

/** The statement on top, to be answered by press, key or throw. The buttons stay when it goes, and with them the focus. */
export function DeckCard({ statement, onRespond: onAnswer, onUndo }: DeckCardProps) {
  const { t } = useTranslation("statements");
  const isFolded = useBlocks().isFolded(statement.author.id, statement.id);
  // What was not read can be passed over, but not agreed with.
  const onRespond = (value: ResponseValue) => {
    if (!isFolded || value === 0) onAnswer(value);
  };
  useDeckKeys(onRespond, onUndo);
  return (
    <div>
      <div aria-live="polite">
        <Sheet key={statement.id} statement={statement} onRespond={onRespond} />
      </div>
      <div className="mt-4">
        <ResponseButtons chosen={statement.mine} onChoose={onRespond} onlyPass={isFolded} />
      </div>
      <p className="mt-3 hidden text-center text-sm text-muted pointer-fine:block">
        {t("keysHint", {
          agree: t("key.agree"),
          disagree: t("key.disagree"),
          pass: t("key.pass"),
        })}
      </p>
      <p className="mt-3 text-center text-sm text-muted pointer-fine:hidden">{t("swipeHint")}</p>
    </div>
  );
}
