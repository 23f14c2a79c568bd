import { Link, useParams } from "@tanstack/react-router";
import { type RulesToTell, rulesInWords } from "./rules-in-words.ts";
import { useWords } from "./words.ts";

/** To the balances that weights go by: who holds what, where that comes from, and its hash. */
function ToSnapshot({ snapshotId }: { snapshotId: string }) {
  const { t } = useWords();
  const { slug } = useParams({ strict: false });
  if (slug === undefined) return null;
  return (
    <Link to="/c/$slug/holdings/$snapshotId" params={{ slug, snapshotId }} className="link">
      {t("rules.weights.see")}
    </Link>
  );
}

/** The rules of a decision, each in plain words. */
export function RulesList({ rules }: { rules: RulesToTell }) {
  const words = useWords();
  return (
    <dl className="space-y-3 text-[0.9375rem]">
      {rulesInWords(rules, words).map(({ id, text, snapshotId }) => (
        <div key={id}>
          <dt className="font-semibold">{words.t(`rules.term.${id}`)}</dt>
          <dd className="max-w-measure text-muted text-pretty wrap-anywhere">
            {text} {snapshotId !== undefined && <ToSnapshot snapshotId={snapshotId} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
