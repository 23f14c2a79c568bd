import { useTranslation } from "react-i18next";
import type { CharterRule } from "#shared/contract/communities.ts";
import { Markdown } from "../ui/markdown.tsx";

interface CharterProps {
  rules: readonly CharterRule[];
  lang: string;
}

/** The rules in force. Each has its number and an address of its own, so that it can be cited. */
export function Charter({ rules, lang }: CharterProps) {
  const { t } = useTranslation("communities");
  if (rules.length === 0) return <p className="text-muted">{t("charter.none")}</p>;
  return (
    <ol className="space-y-4">
      {rules.map((rule) => (
        <li
          key={rule.number}
          id={`rule-${rule.number}`}
          className="grid grid-cols-[1.75rem_minmax(0,1fr)] target:bg-accent-soft"
        >
          <span className="font-serif text-lg leading-7 text-muted tabular-nums">
            {rule.number}
          </span>
          <div lang={lang} dir="auto">
            <h3 className="font-serif text-lg leading-7">{rule.title}</h3>
            {rule.text && <Markdown source={rule.text} lang={lang} top={4} className="mt-1" />}
          </div>
        </li>
      ))}
    </ol>
  );
}
