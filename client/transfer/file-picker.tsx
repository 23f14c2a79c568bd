import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { DropArea } from "../ui/drop-area.tsx";
import { FieldSet } from "../ui/field.tsx";
import { Icon } from "../ui/icons.tsx";
import { type ChosenFile, lookAt, withMore } from "./chosen-files.ts";

const kinds = {
  "comments.csv": "comments",
  "votes.csv": "votes",
  "participants-votes.csv": "matrix",
  "summary.csv": "summary",
  kialo: "kialo",
  argdown: "argdown",
  bundle: "bundle",
} as const;

function sizeIn(language: string, bytes: number): string {
  const unit = bytes < 1_000_000 ? "kilobyte" : "megabyte";
  const value = bytes / (unit === "kilobyte" ? 1_000 : 1_000_000);
  return value.toLocaleString(language, { style: "unit", unit, maximumFractionDigits: 1 });
}

/** One chosen file: its name, what it is, and what is wrong with it. */
function FileRow({ chosen, onRemove }: { chosen: ChosenFile; onRemove: () => void }) {
  const { t, i18n } = useTranslation("transfer");
  const { file, kind, fault } = chosen;
  return (
    <li className="flex items-start gap-3 border-line py-row not-first:border-t">
      <Icon
        name={fault ? "warning" : "check"}
        className={cx("mt-0.5", fault ? "text-danger" : "text-good")}
      />
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">
          <bdi>{file.name}</bdi>{" "}
          <span className="font-normal text-muted tabular-nums">
            {sizeIn(i18n.language, file.size)}
          </span>
        </p>
        <p className={cx("text-sm", fault ? "font-medium text-danger" : "text-muted")}>
          {fault ? t(`files.${fault}`) : kind && t(`kind.${kinds[kind]}`)}
        </p>
      </div>
      <IconButton
        icon="close"
        size="small"
        label={t("files.remove", { name: file.name })}
        onClick={onRemove}
      />
    </li>
  );
}

interface ChooserProps {
  onFiles: (files: FileList | null) => void;
  describedBy: string | undefined;
}

/** The browser's own way to choose files, behind a button of ours. */
function Chooser({ onFiles, describedBy }: ChooserProps) {
  const { t } = useTranslation("transfer");
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <input
        ref={input}
        type="file"
        multiple
        accept=".csv,.gz,.json,.txt,.argdown,.ad,text/csv,application/gzip"
        aria-label={t("files.label")}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          onFiles(event.target.files);
          // The same file can be chosen again after it was left out.
          event.target.value = "";
        }}
      />
      <Button icon="upload" aria-describedby={describedBy} onClick={() => input.current?.click()}>
        {t("files.choose")}
      </Button>
      <span className="text-sm text-muted max-sm:hidden">{t("files.drop")}</span>
    </div>
  );
}

interface FilePickerProps {
  files: readonly File[];
  onChange: (files: File[]) => void;
  /** What an import still lacks, in words; empty when nothing. */
  needed: string;
  error?: string | undefined;
}

/** The files of an export: chosen by button or dropped, each told what it is taken for. */
export function FilePicker({ files, onChange, needed, error }: FilePickerProps) {
  const { t } = useTranslation("transfer");
  const chosen = lookAt(files);
  const add = (more: FileList | null) => {
    if (more && more.length > 0) onChange(withMore(files, [...more]));
  };
  return (
    <FieldSet label={t("files.label")} name="files" hint={t("files.hint")} required error={error}>
      {(control) => (
        <DropArea onFiles={add}>
          <Chooser onFiles={add} describedBy={control["aria-describedby"]} />
          {chosen.length > 0 && (
            <ul className="mt-4">
              {chosen.map((one) => (
                <FileRow
                  key={one.file.name}
                  chosen={one}
                  onRemove={() => onChange(files.filter((file) => file !== one.file))}
                />
              ))}
            </ul>
          )}
          <p aria-live="polite" className="mt-2 text-sm text-muted empty:hidden">
            {!error && chosen.length > 0 && needed !== "" && t("files.needed", { names: needed })}
          </p>
        </DropArea>
      )}
    </FieldSet>
  );
}
