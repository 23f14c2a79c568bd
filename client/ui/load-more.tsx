import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";

interface LoadMoreProps {
  hasMore: boolean;
  isLoading: boolean;
  onLoad: () => void;
  /** How many are shown so far, and of how many, where that is known. */
  shown?: number | undefined;
  total?: number | undefined;
}

/** The next page of a list, below the last one. */
export function LoadMore({ hasMore, isLoading, onLoad, shown, total }: LoadMoreProps) {
  const { t } = useTranslation("ui");
  if (!hasMore) return null;
  return (
    <div className="flex flex-col items-center gap-2 py-6">
      <Button onClick={onLoad} busy={isLoading} iconAfter="down">
        {t("more")}
      </Button>
      {shown !== undefined && total !== undefined && (
        <p className="text-sm text-muted tabular-nums">{t("shownOf", { shown, total })}</p>
      )}
    </div>
  );
}
