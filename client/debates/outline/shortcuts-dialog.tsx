import { useTranslation } from "react-i18next";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import type { LetterKeys } from "./use-outline-keys.ts";

const inOutline = [
  ["j k", "move"],
  ["o", "open"],
  ["← →", "turn"],
  ["p", "pro"],
  ["c", "con"],
  ["e", "evidence"],
  ["r", "rate"],
  ["m", "comments"],
  ["f", "focus"],
  ["/", "find"],
  ["n", "new"],
  ["Esc", "leave"],
  ["Ctrl ↵", "send"],
  ["?", "help"],
] as const;
const inFocus = [
  ["← →", "columns"],
  ["↑ ↓", "along"],
  ["↵", "into"],
  ["Esc ⌫", "up"],
  ["j k", "beside"],
  ["o", "outline"],
] as const;
type Shown = (typeof inOutline | typeof inFocus)[number];

function KeyList({ keys }: { keys: readonly Shown[] }) {
  const { t } = useTranslation("debates");
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
      {keys.map(([key, deed]) => (
        <div key={deed} className="contents">
          <dt dir="ltr" className="flex gap-1">
            {key.split(" ").map((one) => (
              <kbd
                key={one}
                className="min-w-7 rounded-sm border border-line-strong bg-sunken px-1.5 text-center font-sans text-sm"
              >
                {one}
              </kbd>
            ))}
          </dt>
          <dd>{t(`keys.${deed}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ShortcutsDialogProps {
  open: boolean;
  onClose: () => void;
  keys: LetterKeys;
}

/** What the keys do. */
export function ShortcutsDialog({ open, onClose, keys }: ShortcutsDialogProps) {
  const { t } = useTranslation("debates");
  return (
    <Dialog open={open} onClose={onClose} size="small" title={t("keys.title")}>
      <KeyList keys={inOutline} />
      <h3 className="mt-5 mb-2 text-base">{t("keys.inFocus")}</h3>
      <KeyList keys={inFocus} />
      <Checkbox
        label={t("keys.letters")}
        hint={t("keys.lettersHint")}
        checked={keys.areOn}
        onChange={(event) => keys.set(event.target.checked)}
        className="mt-5"
      />
    </Dialog>
  );
}
