import type { MapStatement } from "#shared/contract/opinions.ts";
import { CountsBar } from "../statements/public.ts";
import { GroupMark } from "../ui/group-mark.tsx";
import { StatementWords } from "./statement-words.tsx";
import type { Telling } from "./telling.ts";

interface Props {
  statement: MapStatement & { readonly figures: NonNullable<MapStatement["figures"]> };
  telling: Telling;
}

/** One statement, and how each group answered it. */
export function StatementFigures({ statement, telling }: Props) {
  const { statementId, figures } = statement;
  const { t, percent, groupName } = telling;
  return (
    <div className="mt-4 rounded-lg border border-line bg-surface p-card">
      <p className="max-w-measure font-serif text-lg">
        <StatementWords id={statementId} telling={telling} />
      </p>
      <p className="mt-1 text-sm text-muted">
        {t("swarm.apart", { percent: percent(figures.divisiveness) })}
      </p>
      <dl className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {figures.byGroup.map((votes) => (
          <div key={votes.group}>
            <dt className="mb-1.5 text-sm">
              <GroupMark index={votes.group} size={16} name={groupName(votes.group)} />
            </dt>
            <dd>
              <CountsBar counts={votes} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
