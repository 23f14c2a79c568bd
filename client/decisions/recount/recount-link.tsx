import { useTranslation } from "react-i18next";
import type { DecisionView } from "#shared/contract/decisions.ts";
import { ButtonLink } from "../../ui/button.tsx";

/** To the page that counts this decision again. */
export function RecountLink({ decision }: { decision: DecisionView }) {
  const { t } = useTranslation("decisions");
  if (!decision.can.recount) return null;
  const search = { community: decision.communityId, decision: decision.id };
  return (
    <ButtonLink to="/recount" search={search} icon="check">
      {t("recount-link")}
    </ButtonLink>
  );
}
