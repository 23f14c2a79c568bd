import { useSearch } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "../../ui/banner.tsx";
import { Button, type ButtonProps } from "../../ui/button.tsx";
import { DropArea } from "../../ui/drop-area.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { Progress } from "../../ui/progress.tsx";
import { RecountFindings } from "./findings.tsx";
import { useRecount } from "./use-recount.ts";

interface OpenerProps {
  label: string;
  variant?: ButtonProps["variant"];
  onText: (text: string) => void;
}

/** The browser's own way to choose a file, behind a button of ours. */
function Opener({ label, variant, onText }: OpenerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={label}
        tabIndex={-1}
        className="sr-only"
        onChange={({ target }) => {
          void target.files?.[0]?.text().then(onText);
          target.value = "";
        }}
      />
      <Button icon="upload" variant={variant} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}

/** Counts a decision again in the reader's own browser, and says of each check how it went. */
export function RecountPage() {
  const { t } = useTranslation("recount");
  const recount = useRecount(useSearch({ from: "/recount" }));
  const { text, progress, finding, isMissing } = recount;
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <div className="mt-6 max-w-3xl space-y-6">
        <DropArea onFiles={([file]) => void file?.text().then(recount.open)}>
          <div className="flex flex-wrap items-center gap-3">
            <Opener label={t("open")} onText={recount.open} />
            <span className="text-sm text-muted max-sm:hidden">{t("drop")}</span>
          </div>
          <p className="mt-3 text-sm text-muted">{t("stays-here")}</p>
        </DropArea>
        {isMissing && <Banner tone="danger">{t("missing")}</Banner>}
        {text !== null && !finding && (
          <Progress
            label={t("counting")}
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
          />
        )}
        {finding && <RecountFindings finding={finding} />}
        {finding?.decision && (
          <Opener
            label={t(recount.receipt === undefined ? "open-receipt" : "other-receipt")}
            onText={recount.openReceipt}
          />
        )}
      </div>
    </>
  );
}
