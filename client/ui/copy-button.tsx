import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonProps } from "./button.tsx";

interface CopyButtonProps extends Pick<ButtonProps, "variant" | "size" | "className"> {
  /** What is copied. */
  text: string;
  label?: string | undefined;
}

/** Plain http on a home network has no clipboard API; the old way still works there. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    // oxlint-disable-next-line typescript/no-deprecated -- the only way left without a secure context
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

/** Copies a link or a receipt, and says so. */
export function CopyButton({ text, label, ...look }: CopyButtonProps) {
  const { t } = useTranslation("ui");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <Button
        {...look}
        icon={copied ? "check" : "copy"}
        onClick={() => void copy(text).then(setCopied)}
      >
        {copied ? t("copied") : (label ?? t("copy"))}
      </Button>
      <span role="status" className="sr-only">
        {copied && t("copied")}
      </span>
    </>
  );
}
