import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";
import { Icon, type IconName } from "./icons.tsx";
import { Logo } from "./logo.tsx";
import { useErrorText } from "./problem-text.ts";

interface EmptyStateProps {
  title: ReactNode;
  /** What belongs here, and how the first one comes about. */
  children?: ReactNode;
  /** The first step. */
  action?: ReactNode;
  icon?: IconName | undefined;
  /** Small where it stands in a panel or beside other things. */
  size?: "small" | "medium";
}

/** Nothing here yet: teaches the first step. */
export function EmptyState({ title, children, action, icon, size = "medium" }: EmptyStateProps) {
  const isSmall = size === "small";
  return (
    <div
      className={cx(
        "flex flex-col items-center rounded-lg border border-dashed border-line-strong text-center",
        isSmall ? "px-4 py-6" : "px-6 py-12",
      )}
    >
      <span className="text-muted">
        {icon ? <Icon name={icon} size={isSmall ? 22 : 32} /> : <Logo size={isSmall ? 24 : 36} />}
      </span>
      <p
        className={cx(
          "font-serif font-semibold text-balance",
          isSmall ? "mt-2 text-lg" : "mt-4 text-xl",
        )}
      >
        {title}
      </p>
      {children && (
        <div
          className={cx("max-w-[48ch] text-muted text-pretty", isSmall ? "mt-1 text-sm" : "mt-2")}
        >
          {children}
        </div>
      )}
      {action && (
        <div className={cx("flex flex-wrap justify-center gap-3", isSmall ? "mt-4" : "mt-6")}>
          {action}
        </div>
      )}
    </div>
  );
}

interface ErrorStateProps {
  error: unknown;
  /** Tries again; left out where that cannot help. */
  onRetry?: (() => void) | undefined;
  busy?: boolean | undefined;
}

/** It did not work: why, what to try, and what to name when asking for help. */
export function ErrorState({ error, onRetry, busy }: ErrorStateProps) {
  const { t } = useTranslation("ui");
  const { title, detail, requestId } = useErrorText()(error);
  return (
    <div role="alert" className="rounded-lg border border-line bg-surface px-6 py-8">
      <p className="flex items-start gap-3 font-serif text-xl font-semibold">
        <Icon name="warning" size={24} className="mt-0.5 text-danger" />
        {title}
      </p>
      <div className="ms-9">
        {detail && <p className="mt-2 max-w-measure text-muted">{detail}</p>}
        {onRetry && (
          <Button icon="undo" className="mt-4" onClick={onRetry} busy={busy}>
            {t("retry")}
          </Button>
        )}
        {requestId && (
          <p className="mt-4 text-sm text-muted">
            {t("error.requestId")} <code className="font-mono text-xs select-all">{requestId}</code>
          </p>
        )}
      </div>
    </div>
  );
}
