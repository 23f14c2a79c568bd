import { useTranslation } from "react-i18next";
import { evidenceKinds } from "#shared/contract/evidence.ts";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Source } from "../use-writes.ts";

/** A source of which nothing is said yet. */
export const noSource: Source = {
  kind: "study",
  url: "",
  title: "",
  publisher: "",
  publishedOn: null,
  quote: "",
};

interface EvidenceFieldsProps {
  value: Source;
  onChange: (change: Partial<Source>) => void;
  /** Stands before the names of the fields: their place in the request. */
  prefix?: string;
}

function KindSelect({ value, onChange, prefix = "" }: EvidenceFieldsProps) {
  const { t } = useTranslation("debates");
  return (
    <Select
      name={`${prefix}kind`}
      label={t("evidence.kindLabel")}
      required
      value={value.kind}
      onChange={(event) => onChange({ kind: event.target.value as Source["kind"] })}
    >
      {evidenceKinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`evidence.kind.${kind}`)}
        </option>
      ))}
    </Select>
  );
}

/** What one says of a source. */
export function EvidenceFields({ value, onChange, prefix = "" }: EvidenceFieldsProps) {
  const { t } = useTranslation("debates");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField
        name={`${prefix}url`}
        type="url"
        label={t("evidence.url")}
        required
        dir="ltr"
        placeholder="https://"
        className="sm:col-span-2"
        value={value.url}
        onChange={(event) => onChange({ url: event.target.value })}
      />
      <TextField
        name={`${prefix}title`}
        label={t("evidence.title")}
        required
        dir="auto"
        maxLength={300}
        className="sm:col-span-2"
        value={value.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <KindSelect value={value} onChange={onChange} prefix={prefix} />
      <TextField
        name={`${prefix}publishedOn`}
        type="date"
        label={t("evidence.publishedOn")}
        value={value.publishedOn ?? ""}
        onChange={(event) => onChange({ publishedOn: event.target.value || null })}
      />
      <TextField
        name={`${prefix}publisher`}
        label={t("evidence.publisher")}
        dir="auto"
        maxLength={200}
        className="sm:col-span-2"
        value={value.publisher ?? ""}
        onChange={(event) => onChange({ publisher: event.target.value })}
      />
      <TextArea
        name={`${prefix}quote`}
        label={t("evidence.quote")}
        hint={t("evidence.quoteHint")}
        dir="auto"
        rows={2}
        limit={1_000}
        className="sm:col-span-2"
        value={value.quote ?? ""}
        onChange={(event) => onChange({ quote: event.target.value })}
      />
    </div>
  );
}
