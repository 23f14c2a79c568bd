import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { createDebate } from "#shared/contract/debates.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { type Draft, useDraft } from "./drafts.ts";
import { FirstPositions } from "./first-positions.tsx";
import { emptyQuestion, type NewQuestion } from "./new-question.ts";
import { QuestionFields } from "./question-fields.tsx";
import { TemplateField } from "./template-field.tsx";

function useCreate({ id: communityId, slug }: Community, draft: Draft<NewQuestion>) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => {
      const { template, positions, ...question } = draft.value;
      const body = {
        ...question,
        ...(template === null ? {} : { template }),
        positions: positions.filter(({ title }) => title.trim() !== ""),
      };
      return call(createDebate, { params: { communityId }, body });
    },
    onSuccess: ({ id: debateId }) => {
      draft.clear();
      return navigate({ to: "/c/$slug/d/$debateId/arguments", params: { slug, debateId } });
    },
  });
}

interface NewDebateFormProps {
  community: Community;
  /** What to begin with, where it is another debate. */
  copy?: { readonly of: string; readonly question: NewQuestion } | undefined;
}

/** Asks a question: from nothing, from a frame, or as another debate was asked. */
export function NewDebateForm({ community, copy }: NewDebateFormProps) {
  const { t } = useTranslation("debates");
  const name = copy ? `question.${community.id}.${copy.of}` : `question.${community.id}`;
  const draft = useDraft<NewQuestion>(name, copy?.question ?? emptyQuestion(community));
  const create = useCreate(community, draft);
  return (
    <Form error={create.error} onSubmit={() => create.mutate()}>
      {!copy && <TemplateField value={draft.value} onChange={draft.set} />}
      <QuestionFields communityId={community.id} value={draft.value} onChange={draft.set} />
      <FirstPositions
        value={draft.value.positions}
        onChange={(positions) => draft.set({ positions })}
      />
      <RadioGroup
        name="phase"
        label={t("new.begin")}
        required
        value={draft.value.phase}
        onChange={(phase) => draft.set({ phase })}
        choices={[
          { value: "framing", label: t("new.framing"), hint: t("new.framingHint") },
          { value: "draft", label: t("new.draft"), hint: t("new.draftHint") },
        ]}
      />
      <FormActions>
        <Button type="submit" variant="primary" size="large" busy={create.isPending}>
          {t("new.submit")}
        </Button>
        <p className="text-sm text-muted">{t("new.kept")}</p>
      </FormActions>
    </Form>
  );
}
