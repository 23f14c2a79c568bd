import { useTranslation } from "react-i18next";
import { Dialog } from "../ui/dialog.tsx";
import type { keysOfDeeds } from "./desk-keys.ts";

const signs: Readonly<Record<string, string>> = { Enter: "↵", Escape: "Esc" };

interface KeysDialogProps {
  open: boolean;
  onClose: () => void;
  keys: typeof keysOfDeeds;
}

/** What the keys do at the desk. */
export function KeysDialog({ open, onClose, keys }: KeysDialogProps) {
  const { t } = useTranslation("moderation");
  return (
    <Dialog open={open} onClose={onClose} size="small" title={t("keys.title")}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {keys.map(([key, deed]) => (
          <div key={deed} className="contents">
            <dt dir="ltr">
              <kbd className="inline-block min-w-7 rounded-sm border border-line-strong bg-sunken px-1.5 text-center font-sans text-sm">
                {signs[key] ?? key}
              </kbd>
            </dt>
            <dd>{t(`keys.${deed}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
