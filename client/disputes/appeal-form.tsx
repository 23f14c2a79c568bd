import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { SubjectKind } from "#shared/contract/moderated.ts";
import type { ModerationAction } from "#shared/contract/moderation.ts";
import { firstSeats } from "#shared/lottery/jury.ts";
import { useDraft } from "../debates/public.ts";
import { ActionBrief, actionQuery } from "../moderation/public.ts";
import { Banner } from "../ui/banner.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { Form } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Time } from "../ui/time.tsx";
import { CaseFields, SendCase } from "./case-fields.tsx";
import { CaseLink } from "./case-link.tsx";
import { emptyCase, useOpenCase } from "./new-case.ts";
import { casesAboutQuery } from "./queries.ts";
import { givenSources } from "./sources.tsx";

interface AppealFormProps {
  community: Community;
  actionId: string;
}

/** Whoever lost words or their place is judged by more people. */
const grave = (kind: string) => kind === "remove" || kind === "suspend";

/** What to know before one appeals, where nobody was told so far whose words they are. */
const whoIsNamed: Partial<Record<SubjectKind, "appeal.names" | "appeal.namesHeard">> = {
  incident: "appeal.names",
  testimony: "appeal.namesHeard",
  answer: "appeal.namesHeard",
};

function Fields({ community, action }: { community: Community; action: ModerationAction }) {
  const { t } = useTranslation("disputes");
  const { id: communityId, slug } = community;
  const draft = useDraft(`dispute.new.action.${action.id}`, emptyCase);
  const open = useOpenCase({ communityId, slug, onDone: draft.clear });
  const { grounds, evidence } = draft.value;
  const { appealUntil, can } = action;
  const named = action.subject && whoIsNamed[action.subject.kind];
  if (!can.appeal) return <Banner tone="warn">{t("appeal.cannot")}</Banner>;
  return (
    <>
      {appealUntil !== null && (
        <p className="flex flex-wrap items-center gap-x-4">
          <span>
            {t("appeal.until")} <Time value={appealUntil} show="absolute" className="font-medium" />
          </span>
          <Countdown until={appealUntil} over={t("next.over")} />
        </p>
      )}
      <p className="max-w-measure">
        {t("appeal.lead", { seats: grave(action.kind) ? firstSeats.grave : firstSeats.usual })}
      </p>
      {named && <Banner tone="warn">{t(named)}</Banner>}
      <Form
        error={open.error}
        onSubmit={() =>
          open.mutate({
            kind: "action",
            actionId: action.id,
            grounds,
            evidence: givenSources(evidence),
          })
        }
      >
        <CaseFields value={draft.value} onChange={draft.set} hint={t("appeal.groundsHint")} />
        <SendCase label={t("appeal.send")} busy={open.isPending} />
      </Form>
    </>
  );
}

/** Appeals against what moderators did about something of one's own. */
export function AppealForm({ community, actionId }: AppealFormProps) {
  const { t } = useTranslation("disputes");
  const { id: communityId, slug } = community;
  const query = useQuery(actionQuery(communityId, actionId));
  const { data: cases = [] } = useQuery(casesAboutQuery(communityId, { actionId }));
  const [appealed] = cases;
  return (
    <div className="max-w-measure space-y-6">
      <ActionBrief communityId={communityId} slug={slug} actionId={actionId} />
      {appealed ? (
        <p>
          {t("appeal.already")} <CaseLink dispute={appealed} slug={slug} />
        </p>
      ) : (
        <Loaded query={query}>
          {(action) => <Fields community={community} action={action} />}
        </Loaded>
      )}
    </div>
  );
}
