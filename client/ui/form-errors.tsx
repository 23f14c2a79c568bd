import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons.tsx";
import { type ErrorText, useErrorText } from "./problem-text.ts";

interface FormErrorsProps {
  error: unknown;
  complaints: ReadonlyMap<string, string>;
  idOf(name: string): string;
}

/** The label of a field, as the reader sees it. */
function labelOf(id: string): string | undefined {
  const control = document.getElementById(id);
  if (control instanceof HTMLFieldSetElement) {
    return control.querySelector("legend")?.firstChild?.textContent ?? undefined;
  }
  const labels = control instanceof HTMLInputElement ? control.labels : null;
  const label = labels?.[0] ?? document.querySelector(`label[for="${CSS.escape(id)}"]`);
  return label?.firstChild?.textContent ?? undefined;
}

/** What the refusal says beyond the complaints about its fields. */
function beyond(text: ErrorText | null, complaints: ReadonlyMap<string, string>) {
  const detail = text?.detail;
  const isSaid = [...complaints.values()].some((complaint) =>
    complaint.split("\n").some((words) => words === detail),
  );
  return isSaid ? undefined : detail;
}

/** What is wrong, and links to where. Takes the focus when it appears, so that it is heard. */
export function FormErrors({ error, complaints, idOf }: FormErrorsProps) {
  const { t } = useTranslation("ui");
  const errorText = useErrorText();
  const box = useRef<HTMLDivElement>(null);
  const isEmpty = !error && complaints.size === 0;
  useEffect(() => {
    if (!isEmpty) box.current?.focus();
  }, [isEmpty, error, complaints]);
  if (isEmpty) return null;

  const text = error ? errorText(error) : null;
  const detail = beyond(text, complaints);
  const focus = (name: string) => document.getElementById(idOf(name))?.focus();
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-md border-s-4 border-danger bg-danger-soft p-4 text-ink"
    >
      <p className="flex gap-2 font-semibold">
        <Icon name="warning" className="mt-0.5 text-danger" />
        {text?.title ?? t("form.faults", { count: complaints.size })}
      </p>
      {detail && <p className="mt-1 ms-7 text-[0.9375rem]">{detail}</p>}
      {complaints.size > 0 && (
        <ul className="mt-2 ms-7 space-y-1 text-[0.9375rem]">
          {[...complaints].map(([name, detail]) => (
            <li key={name} className="whitespace-pre-line">
              <button type="button" className="link text-start" onClick={() => focus(name)}>
                {labelOf(idOf(name)) ?? name}
              </button>
              {": "}
              {detail}
            </li>
          ))}
        </ul>
      )}
      {text?.requestId && (
        <p className="mt-2 ms-7 font-mono text-xs text-muted">{text.requestId}</p>
      )}
    </div>
  );
}
