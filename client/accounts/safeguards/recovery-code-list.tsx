import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { downloadFile } from "../../ui/download.ts";

interface RecoveryCodeListProps {
  codes: readonly string[];
  onKept: () => void;
}

/** The one time that recovery codes are shown. */
export function RecoveryCodeList({ codes, onKept }: RecoveryCodeListProps) {
  const { t } = useTranslation("accounts");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = codes.join("\n");
  return (
    <div className="space-y-4 rounded-md border border-line bg-sunken p-card">
      <h3 ref={heading} tabIndex={-1} className="text-lg outline-none">
        {t("recovery.title")}
      </h3>
      <p>{t("recovery.lead")}</p>
      <ul className="grid gap-x-6 gap-y-1 font-mono sm:grid-cols-2" dir="ltr">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={text} />
        <Button
          icon="download"
          onClick={() => downloadFile("folkmoot-recovery-codes.txt", [text, "\n"], "text/plain")}
        >
          {t("recovery.download")}
        </Button>
        <Button variant="primary" onClick={onKept}>
          {t("recovery.kept")}
        </Button>
      </div>
    </div>
  );
}
