import { useTranslation } from "react-i18next";
import { disputeLimits } from "#shared/contract/disputes.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { FieldSet } from "../ui/field.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextField } from "../ui/text-field.tsx";

/** Something that shows what one says. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

/** What was filled in: a row that is left empty says nothing. */
export const givenSources = (sources: readonly Source[]): Source[] =>
  sources.filter(({ title, url }) => title.trim() !== "" || url.trim() !== "");

interface SourceFieldsProps {
  value: readonly Source[];
  onChange: (sources: readonly Source[]) => void;
}

/** Evidence, each piece by a name and an address. */
export function SourceFields({ value, onChange }: SourceFieldsProps) {
  const { t } = useTranslation("disputes");
  const change = (at: number, part: Partial<Source>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <FieldSet name="evidence" label={t("evidence.label")} hint={t("evidence.hint")}>
      {() => (
        <div className="space-y-3">
          {value.map(({ title, url }, at) => (
            <div key={at} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
              <div className="grid gap-2 sm:grid-cols-2">
                <TextField
                  name={`evidence.${at}.title`}
                  label={t("evidence.title", { number: at + 1 })}
                  required
                  dir="auto"
                  maxLength={200}
                  value={title}
                  onChange={(event) => change(at, { title: event.target.value })}
                />
                <TextField
                  name={`evidence.${at}.url`}
                  type="url"
                  label={t("evidence.url", { number: at + 1 })}
                  required
                  dir="ltr"
                  placeholder="https://"
                  value={url}
                  onChange={(event) => change(at, { url: event.target.value })}
                />
              </div>
              <IconButton
                icon="close"
                className="mt-7"
                label={t("evidence.remove", { number: at + 1 })}
                onClick={() => onChange(value.toSpliced(at, 1))}
              />
            </div>
          ))}
          {value.length < disputeLimits.evidence && (
            <Button
              icon="plus"
              size="small"
              onClick={() => onChange([...value, { title: "", url: "" }])}
            >
              {t("evidence.add")}
            </Button>
          )}
        </div>
      )}
    </FieldSet>
  );
}

/** What somebody brought along, with the way there. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation("disputes");
  if (sources.length === 0) return null;
  return (
    <ul aria-label={t("evidence.label")} className="mt-2 space-y-1 text-[0.9375rem]">
      {sources.map(({ title, url }) => (
        <li key={`${title} ${url}`} className="flex items-start gap-2">
          <Icon name="evidence" size={16} className="mt-1 text-muted" />
          <a
            href={url}
            rel="noreferrer nofollow ugc"
            target="_blank"
            className="link min-w-0 wrap-anywhere"
          >
            <bdi>{title}</bdi> <span className="text-sm text-muted">({new URL(url).host})</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
