import { useTranslation } from "react-i18next";
import type { ModerationSettings } from "#shared/contract/moderation-settings.ts";
import { numbers, parts } from "./numbers.ts";

function Setting({ term, value, hint }: { term: string; value: string; hint: string }) {
  return (
    <div className="border-t border-line py-3">
      <dt className="flex flex-wrap items-baseline justify-between gap-x-6">
        <span>{term}</span> <strong className="tabular-nums">{value}</strong>
      </dt>
      <dd className="max-w-measure text-sm text-muted">{hint}</dd>
    </div>
  );
}

/** The words on the list, to those who moderate. */
function WatchedWords({ settings: { watchedWords } }: { settings: ModerationSettings }) {
  const { t } = useTranslation("moderation");
  if (watchedWords.length === 0) return null;
  return (
    <section>
      <h3 className="text-lg">{t("settings.part.words")}</h3>
      <dl>
        {(["hold", "advice"] as const).map((effect) => (
          <Setting
            key={effect}
            term={t(`settings.words.${effect}`)}
            value={String(watchedWords.filter((one) => one.effect === effect).length)}
            hint={watchedWords
              .filter((one) => one.effect === effect)
              .map(({ word }) => word)
              .join(" · ")}
          />
        ))}
      </dl>
    </section>
  );
}

/** Each threshold with what it means, to whoever doesn't set it. */
export function SettingsList({ settings }: { settings: ModerationSettings }) {
  const { t, i18n } = useTranslation("moderation");
  const { effect } = settings.spam;
  return (
    <div className="space-y-6">
      {parts.map((part) => (
        <section key={part}>
          <h3 className="mb-1 text-lg">{t(`settings.part.${part}`)}</h3>
          <dl>
            {part === "spam" && (
              <Setting
                term={t("settings.effect.label")}
                value={t(`settings.effect.${effect}`)}
                hint={t(`settings.effect.${effect}Hint`)}
              />
            )}
            {numbers[part].map(({ name, of }) => (
              <Setting
                key={name}
                term={t(`settings.number.${name}`)}
                value={of(settings).toLocaleString(i18n.language)}
                hint={t(`settings.number.${name}Hint`)}
              />
            ))}
          </dl>
        </section>
      ))}
      <WatchedWords settings={settings} />
    </div>
  );
}
