import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";

interface NewItemsPillProps {
  /** How many things have come since one began to read; nothing is drawn for none. */
  count: number;
  onShow: () => void;
}

/** "4 new", above where one reads: nothing moves until it is pressed. */
export function NewItemsPill({ count, onShow }: NewItemsPillProps) {
  const { t } = useTranslation("ui");
  return (
    <div
      aria-live="polite"
      className="pointer-events-none sticky top-18 z-20 flex h-0 justify-center overflow-visible"
    >
      {count > 0 && (
        <Button
          size="small"
          variant="primary"
          icon="up"
          onClick={onShow}
          className="rise pointer-events-auto h-8 rounded-full! shadow-high"
        >
          {t("newItems", { count })}
        </Button>
      )}
    </div>
  );
}
