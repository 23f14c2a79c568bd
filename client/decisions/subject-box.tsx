import type { DecisionView } from "#shared/contract/decisions.ts";
import { useWords } from "./words.ts";

/** The one position that is voted on, where a decision is about one. */
export function SubjectBox({ subject }: Pick<DecisionView, "subject">) {
  const { t } = useWords();
  if (!subject) return null;
  return (
    <div className="my-3 border-s-4 border-accent ps-4">
      <p className="text-sm text-muted">{t("ballot.subject")}</p>
      <p dir="auto" className="font-serif text-xl leading-7">
        {subject.title}
      </p>
    </div>
  );
}
