import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "./button.tsx";
import { cx } from "./cx.ts";

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** One or two sentences under the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons; the main one first. */
  footer?: ReactNode;
  size?: "small" | "medium" | "large";
  /** In the middle, or a sheet at the end of the line of reading. */
  place?: "middle" | "end";
}

const widths = { small: "max-w-md", medium: "max-w-xl", large: "max-w-3xl" };
const places = {
  middle:
    "m-auto max-h-[min(44rem,calc(100dvh-2rem))] w-[calc(100vw-2rem)] rounded-lg border border-line",
  end: "ms-auto me-0 my-0 h-dvh max-h-dvh w-[min(22rem,calc(100vw-3rem))] border-s border-line",
};

const firstStop = "[data-first], input:not([type=hidden]), textarea, select, h2";

/**
 * A question that must be settled first. The browser's own dialog: it keeps the focus inside and gives it back,
 * closes on Escape, and needs no style sheet written by script.
 */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, description, children, footer } = props;
  const { size = "medium", place = "middle" } = props;
  const { t } = useTranslation("ui");
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const dialog = box.current;
    if (!dialog || !open) return undefined;
    dialog.showModal();
    // The browser would choose the button that closes it.
    dialog.querySelector<HTMLElement>(firstStop)?.focus();
    return () => dialog.close();
  }, [open]);

  const onBackdrop = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === box.current) onClose();
  };
  return (
    <dialog
      ref={box}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={onBackdrop}
      className={cx(
        "overflow-hidden bg-surface p-0 text-ink shadow-high open:rise",
        places[place],
        place === "middle" && widths[size],
      )}
    >
      {open && (
        <div className={cx("flex flex-col", place === "end" ? "h-full" : "max-h-[inherit]")}>
          <div className="flex items-start justify-between gap-4 px-card pt-5">
            <h2 id={`${id}-title`} tabIndex={-1} className="text-2xl outline-none">
              {title}
            </h2>
            <IconButton icon="close" label={t("close")} onClick={onClose} className="-me-2 -mt-1" />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-card py-4">
            {description && (
              <p id={`${id}-description`} className="mb-4 text-muted">
                {description}
              </p>
            )}
            {children}
          </div>
          {footer && (
            <div className="flex flex-wrap gap-3 border-t border-line bg-sunken px-card py-4">
              {footer}
            </div>
          )}
        </div>
      )}
    </dialog>
  );
}
