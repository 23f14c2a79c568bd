import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { keptHere } from "../lib/kept-here.ts";
import { ButtonLink, IconButton } from "../ui/button.tsx";
import { Banner } from "../ui/banner.tsx";
import { dutyQuery } from "./queries.ts";

const isId = (value: unknown): value is string => typeof value === "string";

/** The communities whose call was put away here. */
const putAway = keptHere<readonly string[]>("jury-calls", (stored) =>
  Array.isArray(stored) ? stored.filter(isId) : [],
);

/** A jury of three needs six who can be drawn. */
const enough = 6;

/** Asks a member to be ready for juries, where too few are; until they put it away. */
export function JuryCall({ community }: { community: Community }) {
  const { t, i18n } = useTranslation("communities");
  const { id, slug, me, memberCount } = community;
  const isAway = putAway.use().includes(id);
  const mayAsk = me?.role === "member" && memberCount > enough && !isAway;
  const { data } = useQuery({ ...dutyQuery(id), enabled: mayAsk });
  if (!mayAsk || !data || data.isReady || data.readyCount >= 2 * enough) return null;
  const number = (value: number) => value.toLocaleString(i18n.language);
  return (
    <Banner
      tone="info"
      icon="people"
      action={
        <span className="flex items-center gap-1">
          <ButtonLink to="/c/$slug/jury" params={{ slug }} size="small">
            {t("juryCall.see")}
          </ButtonLink>
          <IconButton
            size="small"
            icon="close"
            label={t("juryCall.later")}
            onClick={() => putAway.write([...putAway.read(), id].slice(-200))}
          />
        </span>
      }
    >
      {t("juryCall.text", { ready: number(data.readyCount) })}
    </Banner>
  );
}
