import { useTranslation } from "react-i18next";
import type { Claim } from "#shared/contract/claims.ts";
import { BehindBlock } from "../../blocks/public.ts";
import { Button } from "../../ui/button.tsx";
import { useErrorText } from "../../ui/problem-text.ts";
import { useArrange } from "../use-arrange.ts";
import { useOutline } from "./outline-context.ts";

/** Claims that were put away: to be read by all, and brought back by those who curate. */
export function ArchivedClaims({ claims }: { claims: readonly Claim[] }) {
  const { t } = useTranslation("debates");
  const { can } = useOutline();
  const errorText = useErrorText();
  const restore = useArrange(() => undefined);
  const away = claims.filter(({ archivedAt, withdrawnAt }) => archivedAt && !withdrawnAt);
  if (away.length === 0) return null;
  return (
    <details data-no-print className="mt-8 rounded-lg border border-line px-card py-3">
      <summary className="w-fit font-medium">
        {t("arrange.archivedCount", { count: away.length })}
      </summary>
      <ul className="mt-3 space-y-3">
        {away.map(({ id, text, language, authorId }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-3">
            <div className="min-w-0 max-w-measure flex-1">
              <BehindBlock authorId={authorId} textId={id}>
                <p lang={language} dir="auto" className="font-serif">
                  {text}
                </p>
              </BehindBlock>
            </div>
            {can.arrange && (
              <Button
                size="small"
                icon="undo"
                busy={restore.isPending && restore.variables.kind === "restored"}
                onClick={() => restore.mutate({ kind: "restored", claimId: id })}
              >
                {t("arrange.restore")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {restore.error && (
        <p role="alert" className="mt-3 text-sm font-medium text-danger">
          {errorText(restore.error).title}
        </p>
      )}
    </details>
  );
}
