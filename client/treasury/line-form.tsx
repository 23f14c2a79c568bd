import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type BudgetLine,
  changeBudgetLine,
  planBudgetLine,
  treasuryLimits,
} from "#shared/contract/treasury.ts";
import { hundredthsOf, typedOf } from "../funding/public.ts";
import { call } from "../lib/api.ts";
import { Form } from "../ui/form.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextField } from "../ui/text-field.tsx";
import { refreshTreasury } from "./queries.ts";

interface LineFormProps {
  communityId: string;
  /** The currency of a new line; one that is there keeps its own. */
  currency: string;
  line?: BudgetLine | undefined;
  onDone: () => void;
}

/** Plans what is to be spent on something, or plans it anew. */
export function LineForm({ communityId, currency, line, onDone }: LineFormProps) {
  const { t } = useTranslation("treasury");
  const cache = useQueryClient();
  const [title, setTitle] = useState(line?.title ?? "");
  const [planned, setPlanned] = useState(line ? typedOf(line.planned) : "");
  const save = useMutation({
    mutationFn: () => {
      const body = { title, planned: hundredthsOf(planned) ?? 0 };
      return line
        ? call(changeBudgetLine, {
            params: { communityId, lineId: line.id },
            body: { ...body, version: line.version },
          })
        : call(planBudgetLine, { params: { communityId }, body: { ...body, currency } });
    },
    onSuccess: async () => {
      await refreshTreasury(cache, communityId);
      onDone();
    },
  });
  return (
    <Form
      error={save.error}
      onSubmit={() => save.mutate()}
      label={t(line ? "budget.change" : "budget.plan")}
      className="max-w-measure"
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="title"
          required
          maxLength={treasuryLimits.title}
          dir="auto"
          label={t("budget.what")}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <TextField
          name="planned"
          required
          inputMode="decimal"
          label={t("budget.planned-in", { currency })}
          value={planned}
          onChange={({ target }) => setPlanned(target.value)}
        />
      </div>
      <SubmitOrCancel label={t("budget.save")} busy={save.isPending} onCancel={onDone} />
    </Form>
  );
}
