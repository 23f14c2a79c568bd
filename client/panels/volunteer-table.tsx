import { useState } from "react";
import { importVolunteers, panelLimits } from "#shared/contract/panels.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { CsvFields } from "../ui/csv-fields.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import type { PanelProps } from "./props.ts";
import { paramsOf, useAct } from "./use-act.ts";
import { useWords } from "./words.ts";

/** Registers members out of a table that is pasted or chosen: all of its rows, or none. */
export function VolunteerTable({ panel }: Pick<PanelProps, "panel">) {
  const { t, number } = useWords();
  const [csv, setCsv] = useState("");
  const head = ["member", "household", ...panel.attributes.map(({ name }) => name)].join(",");
  const send = useAct(panel, async () => {
    const now = await call(importVolunteers, { params: paramsOf(panel), body: { csv } });
    setCsv("");
    return now;
  });
  return (
    <details className="rounded-lg border border-line p-4">
      <summary className="cursor-pointer font-medium">{t("table.title")}</summary>
      <Form className="mt-4" error={send.error} onSubmit={() => send.mutate()}>
        <CsvFields
          label={t("table.csv")}
          hint={
            <>
              {t("table.hint")}{" "}
              <code dir="ltr" className="font-mono break-all">
                <bdi>{head}</bdi>
              </code>
            </>
          }
          file={t("table.file")}
          accept=".csv,.txt,text/csv"
          limit={panelLimits.characters}
          value={csv}
          onChange={setCsv}
        />
        <FormActions>
          <Button type="submit" icon="upload" busy={send.isPending}>
            {t("table.register")}
          </Button>
        </FormActions>
        <p role="status" className="text-sm text-good empty:hidden">
          {send.data &&
            t("table.done", {
              count: send.data.volunteers,
              formatted: number(send.data.volunteers),
            })}
        </p>
      </Form>
    </details>
  );
}
