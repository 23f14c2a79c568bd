import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ModerationAction } from "#shared/contract/moderation.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Time } from "../ui/time.tsx";
import { actionQuery, contentQuery } from "./queries.ts";
import { Words } from "./shown-words.tsx";
import { StateBadge } from "./state-badge.tsx";
import { useRuleText } from "./words.ts";

interface ActionBriefProps {
  communityId: string;
  slug: string;
  actionId: string;
}

/** The words that it was about, to who may read them. */
function Content({ communityId, action }: { communityId: string; action: ModerationAction }) {
  const { subject, can } = action;
  const { data } = useQuery({
    ...contentQuery(communityId, subject ?? { kind: "claim", id: "" }),
    enabled: subject !== null && can.readContent,
  });
  return data ? <Words words={data.words} /> : null;
}

/** An action in a few lines, where something else is about it: what, when, under which rule, and whether it stands. */
export function ActionBrief({ communityId, slug, actionId }: ActionBriefProps) {
  const { t } = useTranslation("moderation");
  const ruleText = useRuleText();
  const query = useQuery(actionQuery(communityId, actionId));
  return (
    <Loaded query={query}>
      {(action) => (
        <div className="space-y-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-lg font-semibold">{t(`kind.${action.kind}`)}</span>
            <StateBadge state={action.state} />
            <span className="text-sm text-muted">
              {t(`role.${action.role}`)} · <Time value={action.createdAt} />
            </span>
          </p>
          {action.rule && <p>{ruleText(action.rule)}</p>}
          <Content communityId={communityId} action={action} />
          {action.reason && (
            <p dir="auto" className="max-w-measure whitespace-pre-wrap">
              {action.reason}
            </p>
          )}
          <p>
            <Link
              to="/c/$slug/moderation/actions/$actionId"
              params={{ slug, actionId }}
              className="link text-sm"
            >
              {t("action.title")}
            </Link>
          </p>
        </div>
      )}
    </Loaded>
  );
}
