import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
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
}

/** Nothing here yet: teaches the first step. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center rounded-lg border border-dashed border-line-strong px-6 py-12 text-center">
      <span className="text-muted">
        {icon ? <Icon name={icon} size={32} /> : <Logo size={36} />}
      </span>
      <p className="mt-4 font-serif text-xl font-semibold text-balance">{title}</p>
      {children && <div className="mt-2 max-w-[48ch] text-muted text-pretty">{children}</div>}
      {action && <div className="mt-6 flex flex-wrap justify-center gap-3">{action}</div>}
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
