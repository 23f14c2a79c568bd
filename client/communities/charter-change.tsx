import { useTranslation } from "react-i18next";
import type { CharterVersion } from "#shared/contract/communities.ts";
import { Badge } from "../ui/badge.tsx";
import { TextDiff } from "../ui/text-diff.tsx";

interface CharterChangeProps {
  change: CharterVersion;
  /** The words that it changes; null for a new rule. */
  before: { readonly title: string; readonly text: string } | null;
  lang: string;
}

/** One change of one rule: which, what kind, and word by word. */
export function CharterChange({ change, before, lang }: CharterChangeProps) {
  const { t } = useTranslation("communities");
  const { number, version, isRetired, title, text } = change;
  const retired = isRetired ? "retired" : "changed";
  const kind = before === null ? "added" : retired;
  // A rule that is new is all new: marking every word of it says nothing.
  const was = before ?? { title, text };
  const is = isRetired ? { title: "", text: "" } : { title, text };
  return (
    <div>
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{t("charter.ruleVersion", { number, version })}</span>
        <Badge>{t(`charter.kind.${kind}`)}</Badge>
      </p>
      <TextDiff
        before={was.title}
        after={is.title}
        lang={lang}
        className="mt-1 font-serif text-lg break-words"
      />
      {(was.text || is.text) && (
        <TextDiff
          before={was.text}
          after={is.text}
          lang={lang}
          className="mt-1 break-words whitespace-pre-wrap"
        />
      )}
    </div>
  );
}
