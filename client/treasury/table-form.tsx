import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import { importTreasuryEntries, treasuryLimits } from "#shared/contract/treasury.ts";
import { ApiError, call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { CsvFields } from "../ui/csv-fields.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextField } from "../ui/text-field.tsx";
import { refreshTreasury } from "./queries.ts";

const looksSame = (error: unknown) =>
  error instanceof ApiError && error.code === "treasury-entered-already";

/** Where many entries are made by a table that is pasted or chosen. */
export function TableForm({ community }: { community: Community }) {
  const { t } = useTranslation("treasury");
  const { id: communityId, slug } = community;
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [currency, setCurrency] = useState("");
  const [csv, setCsv] = useState("");
  const [areOthers, setAreOthers] = useState(false);
  const bring = useMutation({
    mutationFn: () =>
      call(importTreasuryEntries, { params: { communityId }, body: { currency, csv, areOthers } }),
    onSuccess: async () => {
      await refreshTreasury(cache, communityId);
      await navigate({ to: "/c/$slug/treasury", params: { slug }, search: { currency } });
    },
  });
  return (
    <details className="max-w-measure rounded-lg border border-line p-4">
      <summary className="cursor-pointer font-medium">{t("table.title")}</summary>
      <Form className="mt-4" error={bring.error} onSubmit={() => bring.mutate()}>
        <TextField
          name="currency"
          required
          className="max-w-72"
          maxLength={treasuryLimits.currency}
          label={t("column.currency")}
          hint={t("enter.currency-hint")}
          value={currency}
          onChange={({ target }) => setCurrency(target.value)}
        />
        <CsvFields
          label={t("table.csv")}
          hint={t("table.hint")}
          file={t("table.file")}
          rows={6}
          limit={treasuryLimits.table}
          value={csv}
          onChange={(text) => {
            setCsv(text);
            setAreOthers(false);
          }}
        />
        {(areOthers || looksSame(bring.error)) && (
          <Checkbox
            name="areOthers"
            label={t("table.others")}
            checked={areOthers}
            onChange={({ target }) => setAreOthers(target.checked)}
          />
        )}
        <FormActions>
          <Button type="submit" busy={bring.isPending}>
            {t("table.bring")}
          </Button>
        </FormActions>
      </Form>
    </details>
  );
}
