import { useTranslation } from "react-i18next";
import type { OpinionMap } from "#shared/contract/opinions.ts";

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

/** Out of whose responses a map's bridging scores are; nothing where everybody counts, each as one. */
export function RatersOf({ map }: { map: Pick<OpinionMap, "correlated" | "drawn"> }) {
  const { t, i18n } = useTranslation("opinions");
  return (
    <>
      <OneVoice people={map.correlated} />
      {map.drawn !== null && (
        <p className="max-w-measure text-sm text-muted">
          {t("recompute.drawn", { number: map.drawn.toLocaleString(i18n.language) })}
        </p>
      )}
    </>
  );
}
