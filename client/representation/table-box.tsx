import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { declaredLimits, readGroupTable } from "#shared/contract/representation.ts";
import { call, type Reply } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { CsvFields } from "../ui/csv-fields.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { useWords } from "./words.ts";

interface TableBoxProps {
  communityId: string;
  onRead: (attributes: Reply<typeof readGroupTable>["attributes"]) => void;
}

/** Reads what can be said out of a table that is pasted or chosen; it is looked at before it is saved. */
export function TableBox({ communityId, onRead }: TableBoxProps) {
  const { t } = useWords();
  const [csv, setCsv] = useState("");
  const read = useMutation({
    mutationFn: () => call(readGroupTable, { params: { communityId }, body: { csv } }),
    onSuccess: ({ attributes }) => {
      onRead(attributes);
      setCsv("");
    },
  });
  return (
    <details className="rounded-lg border border-line p-4">
      <summary className="cursor-pointer font-medium">{t("define.table")}</summary>
      <Form className="mt-4" error={read.error} onSubmit={() => read.mutate()}>
        <CsvFields
          label={t("define.csv")}
          hint={t("define.csvHint")}
          file={t("define.file")}
          limit={declaredLimits.table}
          value={csv}
          onChange={setCsv}
        />
        <FormActions>
          <Button type="submit" busy={read.isPending}>
            {t("define.read")}
          </Button>
        </FormActions>
      </Form>
    </details>
  );
}
