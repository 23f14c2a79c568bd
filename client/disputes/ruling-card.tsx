import { useTranslation } from "react-i18next";
import type { Dispute, DisputeKind, DisputeLevel, Ruling } from "#shared/contract/disputes.ts";
import { Byline } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";
import { Time } from "../ui/time.tsx";
import { Said } from "./said.tsx";

const found = ["uphold", "modify", "overturn"] as const;

/** How many found what, and whether enough of them voted. */
function Counts({ ruling, kind }: { ruling: Ruling; kind: DisputeKind }) {
  const { t } = useTranslation("disputes");
  const { counts, seats, turnout, quorum, lacksTurnout, byCommunity } = ruling;
  return (
    <div className="space-y-2">
      <table className="w-full max-w-md text-[0.9375rem]">
        <caption className="sr-only">{t("ruling.counts")}</caption>
        <tbody>
          {found.map((choice) => (
            <tr key={choice} className="border-t border-line first:border-t-0">
              <th scope="row" className="py-1.5 pe-4 text-start font-normal">
                {t(`choice.${kind}.${choice}`)}
              </th>
              <td className="py-1.5 text-end font-semibold tabular-nums">{counts[choice]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-sm text-muted">
        {byCommunity
          ? t("ruling.turnoutCommunity", { turnout, seats })
          : t("ruling.turnout", { turnout, seats, quorum })}
      </p>
      {lacksTurnout && <p className="max-w-measure text-sm">{t("ruling.lacksTurnout")}</p>}
    </div>
  );
}

function Reasons({ ruling, kind }: { ruling: Ruling; kind: DisputeKind }) {
  const { t } = useTranslation("disputes");
  const { reasons } = ruling;
  if (reasons.length === 0) return null;
  return (
    <details>
      <summary className="w-fit font-medium">
        {t("ruling.reasons", { number: reasons.length })}
      </summary>
      <p className="mt-1 text-sm text-muted">{t("ruling.nameless")}</p>
      <ul className="mt-3 space-y-4">
        {reasons.map(({ choice, reason, declaration }, at) => (
          <li key={at} className="border-s-3 border-line-strong ps-4">
            <Badge>{t(`choice.${kind}.${choice}`)}</Badge>
            <div className="mt-1.5">
              <Said>{reason}</Said>
            </div>
            {declaration !== null && (
              <p className="mt-1 text-sm text-muted">
                {t("ruling.declared")} <bdi>{declaration}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Jurors({ ruling: { jurors } }: { ruling: Ruling }) {
  const { t } = useTranslation("disputes");
  if (jurors.length === 0) return null;
  return (
    <div>
      <h4 className="text-sm font-medium text-muted">{t("ruling.jurors")}</h4>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-2">
        {jurors.map((juror) => (
          <li key={juror.id} className="min-w-0">
            <Byline person={juror} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** On what and why the ruling before was appealed. */
export function AppealedOn({ appeal }: Pick<DisputeLevel, "appeal">) {
  const { t } = useTranslation("disputes");
  if (!appeal) return null;
  return (
    <div className="space-y-1">
      <p>{t(`appealedOn.${appeal.on}`)}</p>
      {appeal.grounds !== null && <Said>{appeal.grounds}</Said>}
    </div>
  );
}

interface RulingCardProps {
  dispute: Pick<Dispute, "level" | "subject">;
  level: Pick<DisputeLevel, "level" | "appeal">;
  ruling: Ruling;
  /** Whether a later ruling has taken its place. */
  isReplaced?: boolean;
}

/** What a jury, or the community, has found: what it means, counts, reasons, and who judged. */
export function RulingCard({ dispute, level, ruling, isReplaced = false }: RulingCardProps) {
  const { t } = useTranslation("disputes");
  const { kind } = dispute.subject;
  const { choice, byCommunity, at } = ruling;
  return (
    <Card as="article" className="space-y-4">
      <div className="space-y-1">
        <p className="text-sm text-muted">
          {byCommunity ? t("ruling.byCommunity") : t("ruling.byJury", { level: level.level })}
          {" · "}
          <Time value={at} show="absolute" />
        </p>
        <h3 className="text-2xl">{t(`choice.${kind}.${choice}`)}</h3>
        <p className="max-w-measure">
          {t(isReplaced ? "ruling.replaced" : `effect.${kind}.${choice}`)}
        </p>
      </div>
      <Counts ruling={ruling} kind={kind} />
      <Reasons ruling={ruling} kind={kind} />
      <Jurors ruling={ruling} />
    </Card>
  );
}
