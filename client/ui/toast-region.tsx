import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "./button.tsx";
import { cx } from "./cx.ts";
import { Icon, type IconName } from "./icons.tsx";
import { dismissToast, type Toast, toastStore } from "./toast.ts";

const marks: Record<Toast["tone"], { icon: IconName; look: string }> = {
  plain: { icon: "info", look: "text-muted" },
  good: { icon: "check", look: "text-good" },
  danger: { icon: "warning", look: "text-danger" },
};

/** Failures stay until read; a way back stays longer than a word in passing. */
function lifetime({ tone, action }: Toast): number | null {
  if (tone === "danger") return null;
  return action ? 12_000 : 6_000;
}

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useTranslation("ui");
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const after = lifetime(toast);
    if (held || after === null) return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), after);
    return () => clearTimeout(timer);
  }, [held, toast]);
  const { icon, look } = marks[toast.tone];
  return (
    <li
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="rise pointer-events-auto flex items-start gap-3 rounded-md border border-line bg-raised py-2 ps-4 pe-2 shadow-high"
    >
      <Icon name={icon} className={cx("mt-2", look)} />
      <div className="min-w-0 flex-1 py-1.5">
        <p className="leading-6 font-medium">{toast.title}</p>
        {toast.detail && <p className="text-sm text-muted">{toast.detail}</p>}
      </div>
      {toast.action && (
        <Button
          size="small"
          className="mt-1"
          onClick={() => {
            toast.action?.onSelect();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton
        icon="close"
        size="small"
        label={t("dismiss")}
        className="mt-1"
        onClick={() => dismissToast(toast.id)}
      />
    </li>
  );
}

/** Where toasts appear; once, in the shell. Read aloud as they come. */
export function ToastRegion() {
  const { t } = useTranslation("ui");
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read);
  return (
    <section
      aria-label={t("toasts")}
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 sm:start-auto sm:end-6 sm:w-96"
      data-no-print
    >
      <ol aria-live="polite" aria-relevant="additions text" className="space-y-2">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </ol>
    </section>
  );
}
