import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isOutOfSight } from "#shared/contract/moderated.ts";
import type { Bridges, Position } from "#shared/contract/claims.ts";
import { useStatements } from "../../opinions/public.ts";
import { Bone } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { useDebate } from "../debate-context.ts";

/** The statements as they read now, each with its place in the report of the map by which it bridges. */
function Cited({ bridges: { runId, statements } }: { bridges: Bridges }) {
  const { t } = useTranslation("debates");
  const { ids, slug } = useDebate();
  const { data: found } = useStatements(ids);
  const wordsOf = (id: string) => {
    const statement = found?.get(id);
    if (!found) return <Bone className="my-0.5 inline-block! h-[1em] w-64 max-w-full" />;
    const isGone = !statement || isOutOfSight(statement.moderation);
    return isGone ? t("bridges.gone") : statement.text;
  };
  return (
    <ul className="mt-1 list-disc space-y-1 ps-5">
      {statements.map(({ statementId, number, side }) => (
        <li key={statementId}>
          <Link
            to="/c/$slug/d/$debateId/report"
            params={{ slug, debateId: ids.debateId }}
            search={{ run: runId }}
            hash={`statement-${number}`}
            className="link"
          >
            <bdi lang={found?.get(statementId)?.language}>{wordsOf(statementId)}</bdi>
          </Link>{" "}
          ({t(`bridges.side-${side}`)})
        </li>
      ))}
    </ul>
  );
}

/** That a position was made out of statements which bridge, and which. */
export function MadeOfBridges({ position: { bridges, withdrawnAt } }: { position: Position }) {
  const { t } = useTranslation("debates");
  const [isOpen, setOpen] = useState(false);
  if (!bridges || withdrawnAt !== undefined) return null;
  return (
    <details
      className="mt-2 text-sm text-muted"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="w-fit">
        {t("bridges.made-of", { count: bridges.statements.length })}{" "}
        <Time value={bridges.computedAt} show="absolute" />
      </summary>
      {isOpen && <Cited bridges={bridges} />}
    </details>
  );
}
