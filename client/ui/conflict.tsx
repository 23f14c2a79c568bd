import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { Icon } from "./icons.tsx";

interface ConflictProps {
  /** The words of both, as paragraphs. */
  theirs: readonly string[];
  mine: readonly string[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

function Version({ title, words }: { title: string; words: readonly string[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-md border border-line bg-surface p-3">
      <h4 id={id} className="text-sm font-semibold text-muted">
        {title}
      </h4>
      {words.map((paragraph, at) => (
        <p key={at} dir="auto" className="mt-1 font-serif break-words whitespace-pre-wrap">
          {paragraph}
        </p>
      ))}
    </section>
  );
}

/** Somebody changed this while it was edited here: both versions side by side, and nothing is lost. */
export function Conflict({ theirs, mine, onKeepMine, onTakeTheirs }: ConflictProps) {
  const { t } = useTranslation("ui");
  return (
    <div role="alert" className="space-y-3 rounded-md border-s-4 border-warn bg-warn-soft p-4">
      <p className="flex gap-2 font-semibold">
        <Icon name="warning" className="mt-0.5" />
        {t("conflict.title")}
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Version title={t("conflict.theirs")} words={theirs} />
        <Version title={t("conflict.mine")} words={mine} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={onKeepMine}>
          {t("conflict.keepMine")}
        </Button>
        <Button size="small" onClick={onTakeTheirs}>
          {t("conflict.takeTheirs")}
        </Button>
      </div>
    </div>
  );
}
