import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Dispute } from "#shared/contract/disputes.ts";
import { Badge } from "../ui/badge.tsx";
import { Time } from "../ui/time.tsx";
import { precedentsQuery } from "./queries.ts";
import { Part } from "./said.tsx";
import { useCaseTitle } from "./words.ts";

/** How cases like this one were ruled. */
export function Precedents({ dispute, slug }: { dispute: Dispute; slug: string }) {
  const { t } = useTranslation("disputes");
  const titleOf = useCaseTitle();
  const { communityId, id: disputeId } = dispute;
  const { data } = useQuery(precedentsQuery({ communityId, disputeId }));
  if (!data) return null;
  return (
    <Part id="precedents" title={t("precedents.title")}>
      {data.length === 0 && <p className="max-w-measure text-muted">{t("precedents.none")}</p>}
      <ul className="space-y-3">
        {data.map(({ dispute: other, ruling, isSameRule }) => (
          <li
            key={other.id}
            className="space-y-1 border-t border-line pt-3 first:border-t-0 first:pt-0"
          >
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                to="/c/$slug/disputes/$disputeId"
                params={{ slug, disputeId: other.id }}
                className="link font-medium"
              >
                {titleOf(other)}
              </Link>
              <Badge>{t(isSameRule ? "precedents.sameRule" : "precedents.alike")}</Badge>
            </p>
            <p className="text-[0.9375rem]">
              {t(`choice.${other.subject.kind}.${ruling.choice}`)}{" "}
              <Time value={ruling.at} show="absolute" className="text-sm text-muted" />
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
