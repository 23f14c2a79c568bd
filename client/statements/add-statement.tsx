import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { addStatement } from "#shared/contract/statements.ts";
import { SaidBefore, useDraft } from "../debates/public.ts";
import { call } from "../lib/api.ts";
import { useAccount } from "../lib/session.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { toast } from "../ui/toast.ts";
import { refreshStatements } from "./queries.ts";
import { RespondInstead } from "./respond-instead.tsx";

/** The longest statement that can be written; imported ones may be longer. */
const limit = 280;

function StatementForm({ ids }: { ids: DebateIds }) {
  const { t } = useTranslation("statements");
  const queries = useQueryClient();
  const isAsked = useLocation({ select: ({ hash }) => hash === "write" });
  const draft = useDraft(`statement.${ids.debateId}`, { text: "" });
  const { text } = draft.value;
  const add = useMutation({
    mutationFn: () => call(addStatement, { params: ids, body: { text } }),
    onSuccess: () => {
      draft.clear();
      toast({ tone: "good", title: t("add.added") });
      refreshStatements(queries, ids, ["all", "deck"]);
    },
  });
  return (
    <section>
      <Form label={t("add.title")} error={add.error} onSubmit={() => add.mutate()}>
        <TextArea
          name="text"
          label={t("add.title")}
          hint={t("add.hint")}
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
