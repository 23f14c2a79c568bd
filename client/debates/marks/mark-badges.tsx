import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/badge.tsx";
import { useMarksAt } from "./queries.ts";

/** What others ask the author to mend, in a word each. */
export function MarkBadges({ claimId }: { claimId: string }) {
  const { t } = useTranslation("debates");
  return useMarksAt(claimId).map(({ kind }) => (
    <Badge key={kind} tone="warn" icon="flag">
      {t(`mark.kind.${kind}`)}
    </Badge>
  ));
}
