import { useTranslation } from "react-i18next";

/** How many people bridging scores take for one with others; nothing where there are none. */
export function OneVoice({ people }: { people: number }) {
  const { t, i18n } = useTranslation("opinions");
  if (people === 0) return null;
  return (
    <p className="max-w-measure text-sm text-muted">
      {t("recompute.correlated", { number: people.toLocaleString(i18n.language) })}
    </p>
  );
}
