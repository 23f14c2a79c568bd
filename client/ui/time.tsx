import { useTranslation } from "react-i18next";
import { absoluteOf, relativeTo } from "./moments.ts";
import { useServerTime } from "./ticker.ts";

interface TimeProps {
  /** ISO 8601. */
  value: string;
  /** "3 hours ago" (with the full time on hover), the full time with its zone, or both. */
  show?: "relative" | "absolute" | "both";
  className?: string | undefined;
}

/** A moment. */
export function Time({ value, show = "relative", className }: TimeProps) {
  const { i18n } = useTranslation();
  const now = useServerTime(60_000);
  const moment = Date.parse(value);
  const absolute = absoluteOf(moment, i18n.language);
  const relative = relativeTo(now, moment, i18n.language);
  return (
    <time
      dateTime={value}
      title={absolute}
      data-relative={show === "relative" || undefined}
      className={className}
    >
      {show === "relative" && relative}
      {show === "absolute" && absolute}
      {show === "both" && `${absolute} (${relative})`}
    </time>
  );
}
