import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Dispute, DisputedContent } from "#shared/contract/disputes.ts";
import { Said } from "../disputes/public.ts";
import { Byline } from "../ui/avatar.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { contentQuery } from "./queries.ts";

function Words({ words }: { words: Record<string, string> }) {
  return (
    <blockquote className="max-w-measure space-y-1 border-s-3 border-line-strong ps-4 font-serif text-lg">
      {Object.entries(words)
        .filter(([, text]) => text !== "")
        .map(([field, text]) => (
          <p key={field} dir="auto" className="wrap-anywhere whitespace-pre-wrap">
            {text}
          </p>
        ))}
    </blockquote>
  );
}

function Around({ content: { context } }: { content: DisputedContent }) {
  const { t } = useTranslation(["juries", "moderation"]);
  if (context.length === 0) return null;
  return (
    <ol aria-label={t("content.context")} className="space-y-1 text-sm text-muted">
      {context.toReversed().map(({ subject, text }) => (
        <li key={subject.id}>
          <span className="font-medium">{t(`moderation:subject.${subject.kind}`)}:</span>{" "}
          <bdi>{text}</bdi>
        </li>
      ))}
    </ol>
  );
}

/** What a disputed action was about: where it stands, what it says, and which reasons were given. */
export function DisputedThing({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("juries");
  const ids = { communityId: dispute.communityId, disputeId: dispute.id };
  const query = useQuery({ ...contentQuery(ids), enabled: dispute.can.readContent });
  if (!dispute.can.readContent) {
    const isAsked = dispute.can.answerSummons;
    return isAsked ? <p className="text-muted">{t("content.later")}</p> : null;
  }
  return (
    <Loaded query={query}>
      {(content) => (
        <div className="space-y-4">
          <Around content={content} />
          {content.words === null ? (
            <p className="text-muted">{t("content.gone")}</p>
          ) : (
            <Words words={content.words} />
          )}
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
            {content.author && <Byline person={content.author} />}
            {content.link && (
              <Link to={content.link} className="link">
                {t("content.place")}
              </Link>
            )}
          </p>
          {content.reason && (
            <div className="space-y-1">
              <h3 className="text-lg">{t("content.reason")}</h3>
              <Said>{content.reason}</Said>
            </div>
          )}
        </div>
      )}
    </Loaded>
  );
}
