import { useTranslation } from "react-i18next";
import type { CharterRule, CharterVersion } from "#shared/contract/communities.ts";
import { Markdown } from "../ui/markdown.tsx";
import { EmptyState } from "../ui/states.tsx";
import { Time } from "../ui/time.tsx";
import { CharterChange } from "./charter-change.tsx";

interface CharterProps {
  rules: readonly CharterRule[];
  coming: readonly CharterVersion[];
  lang: string;
}

/** What is saved and not yet in force, beside the words that are. */
function Coming({ rules, coming, lang }: CharterProps) {
  const { t } = useTranslation("communities");
  if (coming.length === 0) return null;
  return (
    <section aria-labelledby="charter-coming" className="rounded-md bg-accent-soft p-4">
      <h3 id="charter-coming" className="font-semibold">
        {t("charter.coming")}
      </h3>
      <ul className="mt-2 space-y-4">
        {coming.map((change) => (
          <li key={`${change.number} ${change.version}`}>
            <p className="text-sm text-muted">
              {t("charter.from")} <Time value={change.effectiveAt} show="both" />
            </p>
            <CharterChange
              change={change}
              before={rules.find(({ number }) => number === change.number) ?? null}
              lang={lang}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The rules in force. Each has its number and an address of its own, so that it can be cited. */
export function Charter({ rules, coming, lang }: CharterProps) {
  const { t } = useTranslation("communities");
  return (
    <div className="space-y-6">
      {rules.length === 0 && (
        <EmptyState size="small" icon="flag" title={t("charter.none")}>
          {t("charter.noneHint")}
        </EmptyState>
      )}
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
      <Coming rules={rules} coming={coming} lang={lang} />
    </div>
  );
}
