import { useState } from "react";
import { mostMonths } from "#shared/contract/accountability.ts";
import { monthAfter, monthOf, monthsBetween } from "#shared/accountability/months.ts";
import { Select } from "../ui/select.tsx";
import { useWords } from "./words.ts";

interface PeriodPickerProps {
  /** When the community began. */
  since: string;
  from: string;
  to: string;
  onChange: (period: { from: string; to: string }) => void;
}

/** From which month to which; months before there was anything are not offered. */
export function PeriodPicker({ since, from, to, onChange }: PeriodPickerProps) {
  const { t, month } = useWords();
  const [running] = useState(() => monthOf(new Date().toISOString()));
  const earliest = monthAfter(running, 1 - mostMonths);
  const first = [monthOf(since), earliest].toSorted().at(-1) ?? running;
  const months = [...new Set([from, to, ...monthsBetween(first, running)])].toSorted().toReversed();
  const options = months.map((one) => (
    <option key={one} value={one}>
      {month(one)}
    </option>
  ));
  return (
    <div className="flex flex-wrap gap-4" data-no-print>
      <Select
        label={t("period.from")}
        value={from}
        onChange={({ target }) => onChange({ from: target.value, to })}
      >
        {options}
      </Select>
      <Select
        label={t("period.to")}
        value={to}
        onChange={({ target }) => onChange({ from, to: target.value })}
      >
        {options}
      </Select>
    </div>
  );
}
