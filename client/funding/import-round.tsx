import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { importPabulib } from "#shared/contract/funding.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { TextField } from "../ui/text-field.tsx";

interface ImportRoundProps {
  communityId: string;
  onDone: (roundId: string) => Promise<void>;
}

const rules = ["equal-shares", "greedy"] as const;

/** Brings in a round of a Pabulib file; what is wrong with it is told with line and column. */
export function ImportRound({ communityId, onDone }: ImportRoundProps) {
  const { t } = useTranslation("funding");
  const [file, setFile] = useState<File | null>(null);
  const [rule, setRule] = useState<(typeof rules)[number]>("equal-shares");
  const bring = useMutation({
    mutationFn: async () => {
      const body = { text: (await file?.text()) ?? "", rule };
      return call(importPabulib, { params: { communityId }, body });
    },
    onSuccess: ({ id }) => onDone(id),
  });
  return (
    <section className="space-y-4 border-t border-line pt-8">
      <h2 className="text-2xl">{t("import.heading")}</h2>
      <p className="text-muted">{t("import.lead")}</p>
      <Form error={bring.error} onSubmit={() => bring.mutate()}>
        <TextField
          name="text"
          type="file"
          accept=".pb,text/plain"
          required
          label={t("import.file")}
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
        <RadioGroup
          required
          label={t("import.rule")}
          name="import-rule"
          value={rule}
          onChange={setRule}
          choices={rules.map((value) => ({ value, label: t(`rule.${value}`) }))}
        />
        <FormActions>
          <Button type="submit" icon="upload" busy={bring.isPending}>
            {t("import.bring")}
          </Button>
        </FormActions>
      </Form>
    </section>
  );
}
