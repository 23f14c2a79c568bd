import { useTranslation } from "react-i18next";
import { cx } from "./cx.ts";
import { Icon } from "./icons.tsx";

export type Side = "pro" | "con";

/** Pro or con: a round sign with a plus, or a square one with a minus, and the word. */
export function StanceMark({ side, quiet = false }: { side: Side; quiet?: boolean }) {
  const { t } = useTranslation("ui");
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 text-sm leading-5 font-semibold",
        side === "pro" ? "text-pro" : "text-con",
      )}
    >
      <Icon name={side} size={18} />
      <span className={cx(quiet && "sr-only")}>{t(`side.${side}`)}</span>
    </span>
  );
}
