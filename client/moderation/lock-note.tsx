import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SubjectKind } from "#shared/contract/moderated.ts";
import { useDebate } from "../debates/public.ts";
import { Icon } from "../ui/icons.tsx";
import { Time } from "../ui/time.tsx";
import { locksQuery } from "./queries.ts";

interface LockNoteProps {
  kind: Extract<SubjectKind, "claim" | "position" | "comment" | "statement" | "question">;
  /** Of a thread of comments, the claim that it is about. */
  id: string;
  tabIndex?: 0 | -1 | undefined;
}

/** Where a moderator has locked something: under which rule, until when, and the way to the reasons. */
export function LockNote({ kind, id, tabIndex }: LockNoteProps) {
  const { t } = useTranslation("moderation");
  const { ids, slug } = useDebate();
  const { data: lock } = useQuery({
    ...locksQuery(ids),
    select: (locks) => locks.find((one) => one.kind === kind && one.placeId === id),
  });
  if (!lock) return null;
  const { rule, until, actionId } = lock;
  return (
    <p className="my-1 flex flex-wrap items-center gap-x-3 gap-y-0.5 rounded-md border-s-3 border-line-strong bg-sunken px-3 py-2 font-sans text-[0.9375rem] leading-6 font-normal">
      <span className="inline-flex items-start gap-2">
        <Icon name="lock" size={16} className="mt-1 text-muted" />
        <span>
          {t(`locked.${kind}`, {
            rule: rule ? t("ruleNumber", { number: rule.number }) : "",
          })}{" "}
          {until !== null && (
            <>
              {t("locked.until")} <Time value={until} show="absolute" />
            </>
          )}
        </span>
      </span>
      <Link
        to="/c/$slug/moderation/actions/$actionId"
        params={{ slug, actionId }}
        tabIndex={tabIndex}
        data-no-print
        className="link min-h-6"
      >
        {t("mark.why")}
      </Link>
    </p>
  );
}
