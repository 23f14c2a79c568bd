import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Dispute, Side } from "#shared/contract/disputes.ts";
import type { Author } from "#shared/contract/ids.ts";
import { Byline } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { Part, Said } from "./said.tsx";
import { SourceList } from "./sources.tsx";

interface SidesProps {
  dispute: Dispute;
  slug: string;
}

function Person({ slug, person, isMe }: { slug: string; person: Author; isMe: boolean }) {
  const { t } = useTranslation("disputes");
  return (
    <span className="flex flex-wrap items-center gap-2">
      {person.kind === "former" ? (
        <Byline person={person} />
      ) : (
        <Link
          to="/c/$slug/people/$participantId"
          params={{ slug, participantId: person.id }}
          className="min-w-0 no-underline hover:text-accent"
        >
          <Byline person={person} />
        </Link>
      )}
      {isMe && <Badge tone="accent">{t("sides.you")}</Badge>}
    </span>
  );
}

/** Who is in the case: named to those whom it concerns alone. */
export function CaseSides({ dispute, slug }: SidesProps) {
  const { t } = useTranslation("disputes");
  const { claimant, respondent, mediator, mine, subject, can } = dispute;
  if (!can.readAll) {
    return (
      <Part id="sides" title={t("sides.title")}>
        <p className="max-w-measure text-muted">{t("sides.kept")}</p>
      </Part>
    );
  }
  const people: [Side, Author | null][] = [
    ["claimant", claimant],
    ["respondent", respondent],
    ["mediator", mediator],
  ];
  return (
    <Part id="sides" title={t("sides.title")}>
      <dl className="grid items-baseline gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
        {people.map(([side, person]) => {
          if (person === null && side !== "respondent") return null;
          return (
            <div key={side} className="contents">
              <dt className="text-muted">{t(`sides.${subject.kind}.${side}`)}</dt>
              <dd className="min-w-0 max-sm:pb-2">
                {person ? (
                  <Person slug={slug} person={person} isMe={mine.side === side} />
                ) : (
                  t("sides.nobody")
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {dispute.grounds !== null && (
        <div>
          <h3 className="font-semibold">{t("sides.grounds")}</h3>
          <Said>{dispute.grounds}</Said>
          <SourceList sources={dispute.evidence ?? []} />
        </div>
      )}
      {dispute.remedy !== null && (
        <div>
          <h3 className="font-semibold">{t("sides.remedy")}</h3>
          <Said>{dispute.remedy}</Said>
        </div>
      )}
    </Part>
  );
}
