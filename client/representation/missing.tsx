import { Link } from "@tanstack/react-router";
import type { Community } from "#shared/contract/communities.ts";
import type { Representation } from "#shared/contract/representation.ts";
import { useWords } from "./words.ts";

interface MissingProps {
  community: Community;
  report: Representation;
}

/** Who is missing, in plain words; and the way to ask them in, for those who can. */
export function Missing({ community, report }: MissingProps) {
  const { t, number, percent, target } = useWords();
  const isTold = report.parts.some(({ asOf }) => asOf !== null);
  const missing = report.parts.flatMap(({ attributeId, rows }) =>
    rows.flatMap((row) => {
      const attribute = report.attributes.find(({ id }) => id === attributeId);
      const value = attribute?.values.find(({ id }) => id === row.valueId);
      return row.verdict === "missing" && value && row.share && row.target !== null
        ? [
            {
              id: row.valueId,
              value: value.name,
              share: row.share,
              target: row.target,
              wanted: row.wanted,
            },
          ]
        : [];
    }),
  );
  if (!isTold) return null;
  if (missing.length === 0) {
    const isUntold = report.parts.some(({ rows }) =>
      rows.some((row) => row.share === null && row.target !== null && row.target > 0),
    );
    return (
      <p className="max-w-measure font-serif text-xl">
        {t(isUntold ? "missing.untold" : "missing.none")}
      </p>
    );
  }
  return (
    <div className="space-y-4">
      <ul className="max-w-measure space-y-2 font-serif text-xl text-pretty">
        {missing.map(({ id, value, share, target: aim, wanted }) => (
          <li key={id}>
            {t("missing.sentence", {
              value,
              share: percent(share.share),
              target: target(aim),
              wanted: number(wanted),
            })}
          </li>
        ))}
      </ul>
      {community.can.editSettings && (
        <p className="max-w-measure">
          {t("missing.invite")}{" "}
          <Link to="/c/$slug/members" params={{ slug: community.slug }} className="link">
            {t("missing.toMembers")}
          </Link>
        </p>
      )}
    </div>
  );
}
