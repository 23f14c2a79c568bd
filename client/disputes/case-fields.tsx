import { useTranslation } from "react-i18next";
import { disputeLimits } from "#shared/contract/disputes.ts";
import { Button } from "../ui/button.tsx";
import { FormActions } from "../ui/form.tsx";
import { TextArea } from "../ui/text-area.tsx";
import type { NewCase } from "./new-case.ts";
import { SourceFields } from "./sources.tsx";

interface CaseFieldsProps {
  value: NewCase;
  onChange: (change: Partial<NewCase>) => void;
  hint: string;
}

/** Why somebody brings a case, and what shows it. */
export function CaseFields({ value, onChange, hint }: CaseFieldsProps) {
  const { t } = useTranslation("disputes");
  return (
    <>
      <TextArea
        name="grounds"
        label={t("form.grounds")}
        hint={hint}
        required
        minLength={10}
        dir="auto"
        rows={7}
        limit={disputeLimits.grounds}
        value={value.grounds}
        onChange={(event) => onChange({ grounds: event.target.value })}
      />
      <SourceFields value={value.evidence} onChange={(evidence) => onChange({ evidence })} />
    </>
  );
}

/** Sends it; says that what is written waits on this device until then. */
export function SendCase({ label, busy }: { label: string; busy: boolean }) {
  const { t } = useTranslation("disputes");
  return (
    <FormActions>
      <Button type="submit" variant="primary" size="large" busy={busy}>
        {label}
      </Button>
      <p className="text-sm text-muted">{t("kept")}</p>
    </FormActions>
  );
}
