import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { Incident } from "#shared/contract/incidents.ts";
import { Icon } from "../ui/icons.tsx";

export interface IncidentProps {
  community: Community;
  incident: Incident;
}

function Step({ isFirst, children }: { isFirst?: boolean; children: ReactNode }) {
  return (
    <li className="flex items-center gap-x-2">
      {!isFirst && <Icon name="arrow" size={16} className="text-muted" />}
      {children}
    </li>
  );
}

/** What was found about it: by a jury where there is a case, else by who accepted or declined it. */
function Ruling({ community: { slug }, incident: { dispute, steps } }: IncidentProps) {
  const { t } = useTranslation("systems");
  const found = steps.findLast(({ to }) => to === "accepted" || to === "declined");
  if (dispute) {
    const params = { slug, disputeId: dispute.id };
    return (
      <Link to="/c/$slug/disputes/$disputeId" params={params} className="link">
        {t(dispute.choice ? `way.choice.${dispute.choice}` : "way.case")}
      </Link>
    );
  }
  if (!found) return <span className="text-muted">{t("way.noRuling")}</span>;
  return (
    <a href="#steps" className="link">
      {t(`state.${found.to}`)}
    </a>
  );
}

/** How far what was promised because of it is. */
function Promised({ community: { slug }, incident: { commitments } }: IncidentProps) {
  const { t, i18n } = useTranslation("systems");
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  const [newest] = commitments;
  if (!newest) return <span className="text-muted">{t("way.noPromise")}</span>;
  const isKept = newest.doneAt !== null;
  return (
    <Link
      to="/c/$slug/commitments/$commitmentId"
      params={{ slug, commitmentId: newest.id }}
      className="link"
    >
      {isKept ? t("way.kept") : t("way.promised", { share: percent.format(newest.progress / 100) })}
    </Link>
  );
}

/** From the report over the ruling to the commitment that is kept, in one line of which each part leads there. */
export function IncidentWay(props: IncidentProps) {
  const { t } = useTranslation("systems");
  const { state } = props.incident;
  return (
    <nav aria-label={t("way.label")}>
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Step isFirst>
          <a href="#report" className="link">
            {t("state.reported")}
          </a>
        </Step>
        <Step>
          <Ruling {...props} />
        </Step>
        <Step>
          <Promised {...props} />
        </Step>
        <Step>
          {state === "closed" || state === "resolved" ? (
            <a href="#steps" className="link">
              {t(`state.${state}`)}
            </a>
          ) : (
            <span className="text-muted">{t("way.notOver")}</span>
          )}
        </Step>
      </ol>
    </nav>
  );
}
