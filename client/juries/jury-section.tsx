import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Dispute, DisputeLevel } from "#shared/contract/disputes.ts";
import { Part } from "../disputes/public.ts";
import { ButtonLink } from "../ui/button.tsx";
import { DrawWarnings } from "./draw-warnings.tsx";
import { NonceBox } from "./nonce-box.tsx";
import { Talk } from "./room.tsx";
import { SeatCounts } from "./seat-counts.tsx";

interface JurySectionProps {
  dispute: Dispute;
  slug: string;
}

/** For who was drawn: the way to their page. */
function OwnSeat({ dispute, slug }: JurySectionProps) {
  const { t } = useTranslation("juries");
  const { mine, id: disputeId } = dispute;
  if (mine.seat === null) return null;
  return (
    <p>
      <ButtonLink
        to="/c/$slug/disputes/$disputeId/jury"
        params={{ slug, disputeId }}
        variant="primary"
        iconAfter="arrow"
      >
        {t("section.duty")}
      </ButtonLink>
    </p>
  );
}

/** Among how many the lot chose, or that there were too few. */
function Drawn({ seats, pool }: { seats: number | null; pool: number }) {
  const { t, i18n } = useTranslation("juries");
  const number = (value: number) => value.toLocaleString(i18n.language);
  if (seats !== null) return t("section.drawnFrom", { seats: number(seats), pool: number(pool) });
  return pool === 0 ? t("section.nobodyToDraw") : t("section.tooFew", { pool: number(pool) });
}

function Level({ dispute, slug, level }: JurySectionProps & { level: DisputeLevel }) {
  const { t, i18n } = useTranslation("juries");
  const { wanted, seats, poolSize, poolHash, warnings } = level;
  return (
    <li className="space-y-3">
      <h3 className="text-lg">{t("section.level", { level: level.level })}</h3>
      {poolSize === null ? (
        <p className="text-muted">
          {t("section.notYet", { wanted: wanted.toLocaleString(i18n.language) })}
        </p>
      ) : (
        <p className="max-w-measure">
          <Drawn seats={seats} pool={poolSize} />
        </p>
      )}
      {seats !== null && <SeatCounts level={level} stage={dispute.stage} />}
      <DrawWarnings warnings={warnings} />
      {poolHash !== null && (
        <p>
          <Link
            to="/c/$slug/disputes/$disputeId/draw"
            params={{ slug, disputeId: dispute.id }}
            search={{ level: level.level }}
            className="link"
          >
            {t("section.draw")}
          </Link>
        </p>
      )}
    </li>
  );
}

const isRuled = ({ levels }: Dispute) => levels.some(({ ruling }) => ruling?.byCommunity === false);

/** The juries of a case, how each was drawn, and how far it is; what they said, once it is published. */
export function JurySection({ dispute, slug }: JurySectionProps) {
  const { t } = useTranslation("juries");
  const { stage } = dispute;
  const levels = dispute.levels.filter(({ wanted }) => wanted > 0);
  if (stage === "mediation") return null;
  return (
    <Part id="juries" title={t("section.title")}>
      <OwnSeat dispute={dispute} slug={slug} />
      <NonceBox dispute={dispute} />
      <ul className="space-y-6">
        {levels.map((level) => (
          <Level key={level.level} dispute={dispute} slug={slug} level={level} />
        ))}
      </ul>
      {isRuled(dispute) && (
        <details className="pt-2">
          <summary className="cursor-pointer font-medium">{t("section.talk")}</summary>
          <div className="mt-4">
            <Talk dispute={dispute} />
          </div>
        </details>
      )}
    </Part>
  );
}
