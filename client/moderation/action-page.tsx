import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { type ModerationAction, undoModerationAction } from "#shared/contract/moderation.ts";
import { CommunityFrame } from "../communities/public.ts";
import { AppealBox } from "../disputes/public.ts";
import { call } from "../lib/api.ts";
import { Byline } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Time } from "../ui/time.tsx";
import { toast } from "../ui/toast.ts";
import { actionQuery, contentQuery, moderationKey } from "./queries.ts";
import { isHeard } from "./heard.ts";
import { Words } from "./shown-words.tsx";
import { SpamReasons } from "./spam-advice.tsx";
import { StateBadge } from "./state-badge.tsx";
import { useModerationLive } from "./use-moderation-news.ts";
import { useRuleText } from "./words.ts";

interface PartProps {
  community: Community;
  action: ModerationAction;
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="min-w-0 pb-2">{children}</dd>
    </>
  );
}

function Facts({ community: { slug }, action }: PartProps) {
  const { t } = useTranslation("moderation");
  const ruleText = useRuleText();
  const { rule, role, actor, author, until, createdAt, endedAt } = action;
  return (
    <dl className="grid items-baseline gap-x-6 sm:grid-cols-[max-content_1fr]">
      {rule && (
        <Fact term={t("action.rule")}>
          <Link to="/c/$slug/charter" params={{ slug }} className="link">
            {ruleText(rule)}
          </Link>{" "}
          <span className="text-sm text-muted">
            {t("action.version", { version: rule.version })}
          </span>
        </Fact>
      )}
      <Fact term={t("action.by")}>
        <span className="flex flex-wrap items-center gap-2">
          {t(`role.${role}`)}
          {actor && <Byline person={actor} />}
        </span>
      </Fact>
      {author && (
        <Fact term={t("action.concerns")}>
          <Byline person={author} />
        </Fact>
      )}
      <Fact term={t("action.when")}>
        <Time value={createdAt} show="both" />
      </Fact>
      {until && (
        <Fact term={t("action.until")}>
          <Time value={until} show="both" />
        </Fact>
      )}
      {endedAt && (
        <Fact term={t("action.ended")}>
          <Time value={endedAt} show="both" />
        </Fact>
      )}
    </dl>
  );
}

/** What made it wait: nobody has decided yet. */
function WhyHeld({ spam }: Pick<ModerationAction, "spam">) {
  const { t } = useTranslation("moderation");
  return (
    <section className="space-y-1">
      <h2 className="text-xl">{t("spam.held")}</h2>
      <SpamReasons reasons={spam} />
    </section>
  );
}

/** The statement of reasons, to whom it concerns and those who moderate. */
function Reasons({ action: { reason, spam, can } }: PartProps) {
  const { t } = useTranslation("moderation");
  if (reason === null) return <p className="text-muted">{t("action.reasonsKept")}</p>;
  if (spam.length > 0) return <WhyHeld spam={spam} />;
  if (!can.readContent || reason === "") return null;
  return (
    <section className="space-y-1">
      <h2 className="text-xl">{t("action.reasons")}</h2>
      <p dir="auto" className="max-w-measure whitespace-pre-wrap">
        {reason}
      </p>
    </section>
  );
}

/** Where no member said it, so that there is nobody to hold to the rules, or to appeal. */
function Nobodys({ action: { subject, kind, role, appealUntil } }: Pick<PartProps, "action">) {
  const { t } = useTranslation("moderation");
  const isAway = kind === "hide" || kind === "remove";
  if (!isAway || role === "jury" || appealUntil !== null || !isHeard(subject)) return null;
  return <p className="max-w-measure text-muted">{t("action.nobodys")}</p>;
}

/** What it was about, to who may read it, with the way there. */
function Content({ community, action }: PartProps) {
  const { t } = useTranslation("moderation");
  const { subject, can } = action;
  const query = useQuery({
    ...contentQuery(community.id, subject ?? { kind: "claim", id: "" }),
    enabled: subject !== null && can.readContent,
  });
  if (!query.data) return null;
  const { words, link } = query.data;
  return (
    <section className="space-y-2">
      <h2 className="text-xl">{t("action.content")}</h2>
      <Words words={words} />
      <p>
        <Link to={link} className="link">
          {t("action.place")}
        </Link>
      </p>
    </section>
  );
}

function Undo({ community, action }: PartProps) {
  const { t } = useTranslation("moderation");
  const queries = useQueryClient();
  const [asks, setAsks] = useState(false);
  const params = { communityId: community.id, actionId: action.id };
  const undo = useMutation({
    mutationFn: () => call(undoModerationAction, { params }),
    onSuccess: (now) => {
      queries.setQueryData(actionQuery(params.communityId, params.actionId).queryKey, now);
      toast({ title: t("undo.done"), tone: "good" });
      setAsks(false);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: moderationKey(community.id) }),
  });
  if (!action.can.undo) return null;
  return (
    <>
      <Button icon="undo" onClick={() => setAsks(true)}>
        {t("undo.button")}
      </Button>
      <ConfirmDialog
        open={asks}
        title={t("undo.title")}
        confirmLabel={t("undo.button")}
        busy={undo.isPending}
        error={undo.error}
        onConfirm={() => undo.mutate()}
        onClose={() => setAsks(false)}
      >
        {t("undo.text")}
      </ConfirmDialog>
    </>
  );
}

function Action({ community, action }: PartProps) {
  const { t } = useTranslation("moderation");
  return (
    <Card className="max-w-3xl space-y-6">
      <p className="flex flex-wrap items-center gap-3 text-lg font-semibold">
        {t(`kind.${action.kind}`)}
        {action.isSpam && <Badge tone="warn">{t("action.asSpam")}</Badge>}
        <StateBadge state={action.state} />
      </p>
      <Reasons community={community} action={action} />
      <Facts community={community} action={action} />
      <Content community={community} action={action} />
      <Nobodys action={action} />
      <AppealBox
        communityId={community.id}
        slug={community.slug}
        action={action}
        isMine={community.me !== null && community.me.participantId === action.author?.id}
      />
      <Undo community={community} action={action} />
    </Card>
  );
}

function ActionOf({ community, actionId }: { community: Community; actionId: string }) {
  useModerationLive(community.id);
  const query = useQuery(actionQuery(community.id, actionId));
  return (
    <Loaded query={query}>{(action) => <Action community={community} action={action} />}</Loaded>
  );
}

/** What was done about something, under which rule, and why. */
export function ActionPage() {
  const { slug, actionId } = useParams({ from: "/c/$slug/moderation/actions/$actionId" });
  const { t } = useTranslation("moderation");
  return (
    <CommunityFrame slug={slug} title={t("action.title")}>
      {(community) => <ActionOf community={community} actionId={actionId} />}
    </CommunityFrame>
  );
}
