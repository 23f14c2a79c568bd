import type { ReactNode } from "react";
import { Time } from "../../ui/time.tsx";
import { useWords } from "../words.ts";

interface AskedProps {
  text: string;
  createdAt: string;
}

/** What a panel asks those who know. */
export function Asked({ text, createdAt }: AskedProps) {
  const { t } = useWords();
  return (
    <>
      <p className="text-sm text-muted">
        {t("hearing.byPanel")} <Time value={createdAt} />
      </p>
      <p dir="auto" className="font-serif text-lg whitespace-pre-line">
        {text}
      </p>
    </>
  );
}

interface AnsweredProps {
  expert: string;
  at: string;
  /** Beside who it is. */
  deed?: ReactNode;
  /** The words. */
  children: ReactNode;
}

/** What one of them answered. */
export function Answered({ expert, at, deed, children }: AnsweredProps) {
  const { t } = useWords();
  return (
    <div className="space-y-1">
      <p className="text-sm text-muted">
        {t("hearing.answers")} <bdi className="font-medium text-ink">{expert}</bdi>{" "}
        <Time value={at} /> {deed}
      </p>
      {children}
    </div>
  );
}
