import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { disputeLimits } from "#shared/contract/disputes.ts";
import type { Author } from "#shared/contract/ids.ts";
import { useDraft } from "../debates/public.ts";
import { MemberPicker } from "../delegations/public.ts";
import { Form } from "../ui/form.tsx";
import { Icon } from "../ui/icons.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { CaseFields, SendCase } from "./case-fields.tsx";
import { emptyCase, type NewCase, useOpenCase } from "./new-case.ts";
import { personQuery } from "./queries.ts";
import { givenSources } from "./sources.tsx";
import { useRuleText } from "./words.ts";

interface NewConflict extends NewCase {
  readonly person: Author | null;
  readonly rule: string;
  readonly remedy: string;
}

const emptyConflict: NewConflict = { ...emptyCase, person: null, rule: "", remedy: "" };

/** What comes before a jury: said first, as it is the way most conflicts end. */
function MediationFirst() {
  const { t } = useTranslation("disputes");
  return (
    <div className="flex gap-3 rounded-lg border border-line bg-surface p-card">
      <Icon name="people" size={24} className="mt-0.5 text-accent" />
      <div className="min-w-0 space-y-1">
        <h2 className="text-xl">{t("conflict.mediationTitle")}</h2>
        <p>{t("conflict.mediationText", { days: disputeLimits.mediationDays })}</p>
      </div>
    </div>
  );
}

interface FieldsProps {
  community: Community;
  /** Whom the address names. */
  person: Author | null;
}

function Fields({ community, person }: FieldsProps) {
  const { t } = useTranslation("disputes");
  const ruleText = useRuleText();
  const { id: communityId, slug, charter } = community;
  const name = `dispute.new.conflict.${communityId}.${person?.id ?? "somebody"}`;
  const draft = useDraft<NewConflict>(name, { ...emptyConflict, person });
  const open = useOpenCase({ communityId, slug, onDone: draft.clear });
  const { value, set } = draft;
  const send = () => {
    if (!value.person) return;
    open.mutate({
      kind: "conflict",
      respondentId: value.person.id,
      rule: value.rule === "" ? null : Number(value.rule),
      grounds: value.grounds,
      evidence: givenSources(value.evidence),
      remedy: value.remedy,
    });
  };
  return (
    <Form error={open.error} onSubmit={send}>
      <MemberPicker
        communityId={communityId}
        name="respondentId"
        label={t("conflict.with")}
        value={value.person}
        onChange={(chosen) => set({ person: chosen })}
        taken={[]}
      />
      <Select
        name="rule"
        label={t("conflict.rule")}
        hint={t("conflict.ruleHint")}
        value={value.rule}
        onChange={({ target }) => set({ rule: target.value })}
      >
        <option value="">{t("conflict.noRule")}</option>
        {charter.map((rule) => (
          <option key={rule.number} value={rule.number}>
            {ruleText(rule)}
          </option>
        ))}
      </Select>
      <CaseFields value={value} onChange={set} hint={t("conflict.groundsHint")} />
      <TextArea
        name="remedy"
        label={t("conflict.remedy")}
        hint={t("conflict.remedyHint")}
        required
        minLength={3}
        dir="auto"
        rows={3}
        limit={disputeLimits.remedy}
        value={value.remedy}
        onChange={({ target }) => set({ remedy: target.value })}
      />
      <SendCase label={t("conflict.send")} busy={open.isPending} />
    </Form>
  );
}

interface ConflictFormProps {
  community: Community;
  participantId: string | undefined;
}

/** Brings a conflict with another member: before a jury the two try to find a way out. */
export function ConflictForm({ community, participantId }: ConflictFormProps) {
  const { t } = useTranslation("disputes");
  const query = useQuery({
    ...personQuery(community.id, participantId ?? ""),
    enabled: participantId !== undefined,
  });
  return (
    <div className="max-w-measure space-y-6">
      <MediationFirst />
      <p>{t("conflict.kept")}</p>
      {participantId === undefined ? (
        <Fields community={community} person={null} />
      ) : (
        <Loaded query={query}>
          {({ person }) => <Fields community={community} person={person} />}
        </Loaded>
      )}
    </div>
  );
}
