import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TreasuryEntry } from "#shared/contract/treasury.ts";
import { hashOfFile } from "./file-hash.ts";

type Document = NonNullable<TreasuryEntry["document"]>;

/** Whether a file that the reader has is the one whose hash is on record. */
function Check({ sha256 }: { sha256: string }) {
  const { t } = useTranslation("treasury");
  const [isSame, setSame] = useState<boolean | null>(null);
  const check = async (file: File | undefined) => {
    setSame(file ? (await hashOfFile(file)) === sha256 : null);
  };
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-muted">{t("document.check")}</summary>
      <label className="mt-1 block">
        {t("document.choose")}
        <input
          type="file"
          className="mt-1 block w-full"
          onChange={({ target }) => void check(target.files?.[0])}
        />
      </label>
      <code className="font-mono text-xs break-all">{sha256}</code>
      <p role="status" className={isSame === false ? "text-danger" : undefined}>
        {isSame !== null && t(isSame ? "document.same" : "document.different")}
      </p>
    </details>
  );
}

/** What shows that an entry is true: an address, the hash of a file, or both. */
export function EntryDocument({ document: { title, url, sha256 } }: { document: Document }) {
  return (
    <div className="space-y-1">
      {url ? (
        <a href={url} className="link" rel="noopener nofollow ugc">
          <bdi>{title}</bdi>
        </a>
      ) : (
        <bdi>{title}</bdi>
      )}
      {sha256 && <Check sha256={sha256} />}
    </div>
  );
}
