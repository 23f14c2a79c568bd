import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addStatement } from "#shared/contract/statements.ts";
import { call } from "../lib/api.ts";
import type { DebateIds } from "../lib/use-debate-ids.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { toast } from "../ui/toast.ts";
import { refreshStatements } from "./queries.ts";

/** The longest statement that can be written; imported ones may be longer. */
const limit = 280;

/** A place to propose a statement of one's own. What is typed is kept until it was taken. */
export function AddStatement({ ids }: { ids: DebateIds }) {
  const { t } = useTranslation("statements");
  const queries = useQueryClient();
  const draftKey = `folkmoot.draft.statement.${ids.debateId}`;
  const [text, setText] = useState(() => localStorage.getItem(draftKey) ?? "");
  const keep = (typed: string) => {
    setText(typed);
    localStorage.setItem(draftKey, typed);
  };
  const add = useMutation({
    mutationFn: () => call(addStatement, { params: ids, body: { text } }),
    onSuccess: () => {
      keep("");
      toast({ tone: "good", title: t("add.added") });
      refreshStatements(queries, ids, ["all", "deck"]);
    },
  });
  return (
    <Form label={t("add.title")} error={add.error} onSubmit={() => add.mutate()}>
      <TextArea
        name="text"
        label={t("add.title")}
        hint={t("add.hint")}
        serif
        rows={2}
        required
        minLength={3}
        limit={limit}
        value={text}
        onChange={(event) => keep(event.target.value)}
      />
      <FormActions>
        <Button type="submit" icon="plus" busy={add.isPending}>
          {t("add.submit")}
        </Button>
      </FormActions>
    </Form>
  );
}
