import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { isOutOfSight } from "#shared/contract/moderated.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { addStatement, statementChanged, statementWithdrawn } from "#shared/contract/statements.ts";
import { refreshSimilar, SaidBefore, useDebate, useDraft } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { on } from "../lib/realtime.ts";
import { useAccount } from "../lib/session.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { useRoom } from "../lib/use-room.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { toast } from "../ui/toast.ts";
import { refreshStatements } from "./queries.ts";
import { RespondInstead } from "./respond-instead.tsx";

/** The longest statement that can be written; imported ones may be longer. */
const limit = 280;

type Marks = Pick<NewStatement, "isSeed" | "isMeta">;
type NewStatement = z.output<(typeof addStatement)["body"]>;

/** For who looks after the debate: what the statement is marked as from the beginning. */
function MarkFields({ marks, setMarks }: { marks: Marks; setMarks: (marks: Marks) => void }) {
  const { t } = useTranslation("statements");
  return (
    <div>
      {(["isSeed", "isMeta"] as const).map((mark) => (
        <Checkbox
          key={mark}
          name={mark}
          label={t(`add.${mark}`)}
          hint={t(`add.${mark}Hint`)}
          checked={marks[mark]}
          onChange={({ target }) => setMarks({ ...marks, [mark]: target.checked })}
        />
      ))}
    </div>
  );
}

/** What is offered in place of what somebody writes is gone once it was taken back, or joined with another. */
function useSimilarNews(ids: DebateIds): void {
  const queries = useQueryClient();
  const tell = () => refreshSimilar(queries, ids, "statement");
  useRoom(debateRoom(ids), [on(statementChanged, tell), on(statementWithdrawn, tell)]);
}

function StatementForm({ ids }: { ids: DebateIds }) {
  const { t } = useTranslation("statements");
  const queries = useQueryClient();
  const isAsked = useLocation({ select: ({ hash }) => hash === "write" });
  const { debate } = useDebate();
  useSimilarNews(ids);
  const [marks, setMarks] = useState({ isSeed: false, isMeta: false });
  const draft = useDraft(`statement.${ids.debateId}`, { text: "" });
  const { text } = draft.value;
  const add = useMutation({
    mutationFn: () => call(addStatement, { params: ids, body: { text, ...marks } }),
    onSuccess: ({ moderation }) => {
      draft.clear();
      toast({ tone: "good", title: t(isOutOfSight(moderation) ? "add.waits" : "add.added") });
      refreshStatements(queries, ids, ["all", "deck"]);
    },
  });
  return (
    <section>
      <Form label={t("add.title")} error={add.error} onSubmit={() => add.mutate()}>
        <TextArea
          name="text"
          label={t("add.title")}
          hint={debate.statementMode === "strict" ? t("add.hint-strict") : t("add.hint")}
          data-write="statement"
          serif
          dir="auto"
          rows={2}
          required
          autoFocus={isAsked}
          minLength={3}
          limit={limit}
          value={text}
          onChange={(event) => draft.set({ text: event.target.value })}
        />
        {debate.can.careForStatements && <MarkFields {...{ marks, setMarks }} />}
        <FormActions>
          <Button type="submit" icon="plus" busy={add.isPending}>
            {t("add.submit")}
          </Button>
        </FormActions>
      </Form>
      <SaidBefore
        ids={ids}
        kind="statement"
        text={text}
        acts={({ id }, describedBy) => (
          <RespondInstead ids={ids} statementId={id} describedBy={describedBy} />
        )}
      />
    </section>
  );
}

/** A place to propose a statement of one's own. What is typed is kept, for this person, until it was taken. */
export function AddStatement({ ids }: { ids: DebateIds }) {
  const account = useAccount();
  return account && <StatementForm ids={ids} />;
}
