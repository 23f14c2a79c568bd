import { useTranslation } from "react-i18next";
import type { ResponseValue } from "#shared/contract/statements.ts";
import { Button } from "../ui/button.tsx";
import type { IconName } from "../ui/icons.tsx";

export const responses: readonly { value: ResponseValue; word: string; icon: IconName }[] = [
  { value: 1, word: "agree", icon: "check" },
  { value: -1, word: "disagree", icon: "close" },
  { value: 0, word: "pass", icon: "level" },
];

interface ResponseButtonsProps {
  chosen: ResponseValue | null;
  onChoose: (value: ResponseValue) => void;
  size?: "small" | "large";
  /** Tells apart the buttons of one statement in a list from those of the next. */
  describedBy?: string | undefined;
  /** Whether a letter does the same; large ones have theirs unless said. */
  hasKeys?: boolean;
  /** Nothing else can be said to what was not read. */
  onlyPass?: boolean;
}

/** Agree, disagree, pass: a word and a sign each; the chosen one is pressed. */
export function ResponseButtons({
  chosen,
  onChoose,
  size = "large",
  describedBy,
  hasKeys = size === "large",
  onlyPass = false,
}: ResponseButtonsProps) {
  const { t } = useTranslation("statements");
  const isLarge = size === "large";
  return (
    <div
      role="group"
      aria-label={t("respond")}
      className={
        isLarge ? "grid grid-cols-1 gap-2 min-[360px]:grid-cols-3 sm:gap-3" : "flex flex-wrap gap-2"
      }
    >
      {responses.map(({ value, word, icon }) => (
        <Button
          key={value}
          size={size}
          icon={icon}
          variant={chosen === value ? "primary" : "secondary"}
          aria-pressed={chosen === value}
          aria-describedby={describedBy}
          aria-disabled={(onlyPass && value !== 0) || undefined}
          aria-keyshortcuts={hasKeys ? t(`key.${word}`) : undefined}
          className={
            isLarge ? "min-h-14 px-2! max-sm:gap-1.5 max-sm:px-1! max-sm:text-base" : undefined
          }
          onClick={() => onChoose(value)}
        >
          {t(word)}
        </Button>
      ))}
    </div>
  );
}
