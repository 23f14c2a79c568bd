import { useTranslation } from "react-i18next";
import { serverNow } from "../lib/server-clock.ts";
import { cx } from "./cx.ts";
import { Icon } from "./icons.tsx";
import { absoluteOf, durationOf, stepOf } from "./moments.ts";
import { useServerTime } from "./ticker.ts";

interface CountdownProps {
  /** The deadline, ISO 8601. */
  until: string;
  /** What is said once it has passed. */
  over: string;
  className?: string | undefined;
}

const lastHour = 3_600_000;

/** What is left until a deadline, by the server's clock. The deadline itself, with its zone, on hover and for listeners. */
export function Countdown({ until, over, className }: CountdownProps) {
  const { t, i18n } = useTranslation("ui");
  const deadline = Date.parse(until);
  const now = useServerTime(stepOf(deadline - serverNow()));
  const left = deadline - now;
  const absolute = absoluteOf(deadline, i18n.language);
  return (
    <span
      role="timer"
      title={absolute}
      className={cx(
        "inline-flex items-center gap-1.5 text-sm tabular-nums",
        left > 0 && left <= lastHour ? "font-semibold text-warn" : "text-muted",
        className,
      )}
    >
      <Icon name="clock" size={16} />
      {left > 0 ? t("countdown.left", { duration: durationOf(left, i18n.language) }) : over}
      <span className="sr-only">{absolute}</span>
    </span>
  );
}
