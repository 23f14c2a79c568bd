import type { ReactNode } from "react";
import { TextArea } from "./text-area.tsx";

interface CsvFieldsProps {
  label: string;
  hint: ReactNode;
  /** What choosing a file is called. */
  file: string;
  accept?: string;
  rows?: number;
  limit: number;
  value: string;
  onChange: (csv: string) => void;
}

/** A table that is pasted, or read out of a file. */
export function CsvFields(props: CsvFieldsProps) {
  const { file, accept = ".csv,.tsv,.txt,text/csv", rows = 5, onChange, ...area } = props;
  return (
    <>
      <TextArea
        {...area}
        name="csv"
        required
        rows={rows}
        dir="ltr"
        onChange={({ target }) => onChange(target.value)}
      />
      <label className="block text-sm">
        {file}
        <input
          type="file"
          accept={accept}
          className="mt-1 block w-full"
          onChange={({ target }) => void target.files?.[0]?.text().then(onChange)}
        />
      </label>
    </>
  );
}
