import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../lib/api.ts";
import { Icon } from "../ui/icons.tsx";
import { reasonInWords } from "../ui/problem-text.ts";

const ofTable = "#/body/csv";

/** What is wrong with the table, as the server found it; empty where it found something else. */
export function faultsOf(error: unknown) {
  if (!(error instanceof ApiError)) return [];
  return (error.problem.errors ?? []).filter(({ pointer }) => pointer === ofTable);
}

type Fault = ReturnType<typeof faultsOf>[number];

/** Where rows are typed, the first of them is the first; in a file it is the second line. */
function atRow(fault: Fault): Fault {
  if (!fault.reason) return fault;
  const { code, values } = fault.reason;
  const earlier = Object.fromEntries(
    (["line", "first"] as const).flatMap((name) => {
      const value = values[name];
      return typeof value === "number" ? [[name, value - 1] as const] : [];
    }),
  );
  return { ...fault, reason: { code, values: { ...values, ...earlier } } };
}

/** Every fault of a table with its line. Takes the focus when it appears, so that it is heard. */
export function TableFaults({ error, isTyped }: { error: unknown; isTyped: boolean }) {
  const { t } = useTranslation(["holdings", "ui"]);
  const box = useRef<HTMLDivElement>(null);
  const faults = faultsOf(error);
  const isEmpty = faults.length === 0;
  useEffect(() => {
    if (!isEmpty) box.current?.focus();
  }, [isEmpty, error]);
  if (isEmpty) return null;
  const texts = faults.map((fault) => reasonInWords(isTyped ? atRow(fault) : fault, t));
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-md border-s-4 border-danger bg-danger-soft p-4 text-ink"
    >
      <p className="flex gap-2 font-semibold">
        <Icon name="warning" className="mt-0.5 text-danger" />
        {t("faults", { count: texts.length })}
      </p>
      <ul className="mt-2 ms-7 list-disc space-y-1 text-[0.9375rem] break-words">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
