import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../ui/button.tsx";
import { FieldSet } from "../ui/field.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.ts";
import { emptyRow, textOf, type TypedRow } from "./typed-table.ts";

/** A table that was chosen. */
export interface ChosenTable {
  readonly name: string;
  readonly csv: string;
}

interface FileSourceProps {
  chosen: ChosenTable | null;
  onChange: (chosen: ChosenTable | null) => void;
}

/** A table from a file: the browser's own way to choose one, behind a button of ours. */
export function FileSource({ chosen, onChange }: FileSourceProps) {
  const { t } = useTranslation("holdings");
  const input = useRef<HTMLInputElement>(null);
  const read = useMutation({
    mutationFn: textOf,
    onSuccess: (text, file) => {
      if (typeof text === "string") toast({ tone: "danger", title: t(`file.${text}`) });
      else onChange({ name: file.name, csv: text.csv });
    },
  });
  return (
    <FieldSet name="csv" label={t("file.label")} hint={t("file.hint")} required>
      {(control) => (
        <div className="space-y-3">
          <pre dir="ltr" className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-sm">
            {"holder,amount\nAda,1250.5\n0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed,300"}
          </pre>
          <input
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            aria-label={t("file.label")}
            tabIndex={-1}
            className="sr-only"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) read.mutate(file);
              target.value = "";
            }}
          />
          <div className="flex flex-wrap items-center gap-3">
            <Button
              icon="upload"
              busy={read.isPending}
              aria-describedby={control["aria-describedby"]}
              onClick={() => input.current?.click()}
            >
              {t("file.choose")}
            </Button>
            <p role="status" className="flex min-w-0 items-center gap-2 empty:hidden">
              {chosen && (
                <>
                  <Icon name="check" className="text-good" />
                  <bdi className="break-all">{chosen.name}</bdi>
                </>
              )}
            </p>
          </div>
        </div>
      )}
    </FieldSet>
  );
}

interface TypedSourceProps {
  rows: readonly TypedRow[];
  onChange: (rows: readonly TypedRow[]) => void;
}

/** A small table, typed in. */
export function TypedSource({ rows, onChange }: TypedSourceProps) {
  const { t } = useTranslation("holdings");
  const put = (at: number, change: Partial<TypedRow>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  return (
    <FieldSet label={t("typed.label")} hint={t("typed.hint")} required>
      {() => (
        <div className="space-y-2">
          {rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row is known by its place alone
            <div key={at} className="flex items-end gap-2">
              <TextField
                className="min-w-0 flex-[2]"
                label={t("typed.holder", { number: at + 1 })}
                dir="auto"
                maxLength={80}
                value={row.holder}
                onChange={({ target }) => put(at, { holder: target.value })}
              />
              <TextField
                className="min-w-0 flex-1"
                label={t("typed.amount")}
                inputMode="decimal"
                maxLength={120}
                value={row.amount}
                onChange={({ target }) => put(at, { amount: target.value })}
              />
              <IconButton
                icon="close"
                label={t("typed.remove", { number: at + 1 })}
                disabled={rows.length === 1}
                onClick={() => onChange(rows.filter((_, index) => index !== at))}
              />
            </div>
          ))}
          <Button icon="plus" size="small" onClick={() => onChange([...rows, emptyRow])}>
            {t("typed.add")}
          </Button>
        </div>
      )}
    </FieldSet>
  );
}
