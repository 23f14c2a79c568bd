import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/badge.tsx";
import { MenuItem } from "../../ui/menu.tsx";
import { useOutline } from "../outline/outline-context.ts";
import { useFindWellPut, useTalkAt } from "./queries.ts";

/** How many find a claim well put: shown once one does oneself, or asked to see what others think. */
export function WellPutBadge({ claimId }: { claimId: string }) {
  const { t } = useTranslation("debates");
  const { isRevealed } = useOutline();
  const { wellPut, isMine } = useTalkAt(claimId);
  if (wellPut === 0 || !(isMine || isRevealed)) return null;
  return <Badge icon="star">{t("wellPut.count", { count: wellPut })}</Badge>;
}

export function WellPutItem({ claimId }: { claimId: string }) {
  const { t } = useTranslation("debates");
  const { isMine } = useTalkAt(claimId);
  const find = useFindWellPut({ id: claimId, claimId });
  return (
    <MenuItem icon="star" onSelect={() => find.mutate(!isMine)}>
      {t(isMine ? "wellPut.noLonger" : "wellPut.menu")}
    </MenuItem>
  );
}
