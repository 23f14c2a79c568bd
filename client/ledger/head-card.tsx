import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type LedgerWitnesses, readLedgerCheckpoint } from "#shared/contract/ledger.ts";
import { pathOf } from "#shared/contract/request.ts";
import { witnessesOf } from "#shared/ledger/heads.ts";
import { Badge } from "../ui/badge.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { downloadFile } from "../ui/download.ts";
import { Fact } from "../ui/fact.tsx";
import { Time } from "../ui/time.tsx";
import type { SeenHead } from "./queries.ts";
import { remembered, type RememberedHead } from "./remembered.ts";
import { useFaultText } from "./use-fault-text.ts";

function Code({ children }: { children: string }) {
  return (
    <span className="block">
      <code dir="ltr" className="font-mono text-sm break-all">
        {children}
      </code>
    </span>
  );
}

/** Both notes, as they were signed: whoever has them can show everybody that one key signed two histories. */
function Alarm({ seen, before, communityId }: AlarmProps) {
  const { t } = useTranslation("ledger");
  const cache = useQueryClient();
  const faultText = useFaultText();
  const { finding, note, head } = seen;
  const why = finding.kind === "contradiction" ? faultText(finding.fault) : t("since.unsigned");
  const keep = () => {
    const parts = [before?.note ?? "", "\n---\n\n", note];
    downloadFile("ledger-contradiction.txt", parts, "text/plain");
  };
  const forget = () => {
    if (head) remembered.keep(communityId, head, note);
    void cache.invalidateQueries({ queryKey: ["ledger", communityId, "head"] });
  };
  return (
    <Banner
      tone="danger"
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="small" icon="download" onClick={keep}>
            {t("since.keep")}
          </Button>
          {finding.kind === "contradiction" && (
            <Button size="small" variant="quiet" onClick={forget}>
              {t("since.forget")}
            </Button>
          )}
        </span>
      }
    >
      <p className="font-semibold">{t("since.alarm")}</p>
      <p>{why}</p>
      <p className="mt-1 text-sm">{t("since.alarm-hint")}</p>
    </Banner>
  );
}

interface AlarmProps {
  seen: SeenHead;
  before: RememberedHead | null;
  communityId: string;
}

/** What this browser proved by itself, in words. */
export function SinceLastVisit({ seen, before, communityId }: AlarmProps) {
  const { t, i18n } = useTranslation("ledger");
  const { finding, head } = seen;
  const number = (value: number) => value.toLocaleString(i18n.language);
  if (!finding.isRight && finding.kind !== "key-changed") {
    return <Alarm seen={seen} before={before} communityId={communityId} />;
  }
  if (!finding.isRight) return <Banner tone="warn">{t("since.key-changed")}</Banner>;
  const values = { since: number(finding.since), size: number(head?.size ?? 0) };
  const isAgain = before !== null && finding.kind !== "first";
  return (
    <Banner tone="info" icon="check">
      {t(isAgain ? `since.${finding.kind}` : "since.first", values)}{" "}
      {isAgain && (
        <span className="text-muted">
          (<Time value={new Date(before.at).toISOString()} />)
        </span>
      )}
    </Banner>
  );
}

/** The newest of what was signed: how much, by whom, and who else saw it. */
export function HeadCard({ seen, witnesses, lastTime, communityId }: HeadCardProps) {
  const { t, i18n } = useTranslation("ledger");
  const { head, note, verifierKey } = seen;
  if (!head) return null;
  const listed = witnesses.items.map((one) => one.verifierKey);
  const sights = witnessesOf(note, head.text, listed);
  return (
    <dl className="text-[0.9375rem]">
      <Fact term={t("head.size")}>
        <span className="tabular-nums">{head.size.toLocaleString(i18n.language)}</span>
      </Fact>
      {lastTime !== undefined && (
        <Fact term={t("head.newest")}>
          <Time value={lastTime} show="both" />
        </Fact>
      )}
      <Fact term={t("head.root")}>
        <Code>{head.root}</Code>
      </Fact>
      <Fact term={t("head.seen-by")}>
        {listed.length === 0
          ? t("head.no-witnesses")
          : t("head.witnesses", { count: sights.length, number: sights.length, of: listed.length })}
        <span className="mt-1 flex flex-wrap gap-2">
          {sights.map((sight) => (
            <Badge key={sight.verifierKey} icon="check" tone="good">
              <bdi>{sight.name}</bdi>
            </Badge>
          ))}
        </span>
      </Fact>
      <Fact term={t("head.key")}>
        <Code>{verifierKey}</Code>
        <span className="block text-sm text-muted">{t("head.key-hint")}</span>
        <span className="mt-2 flex flex-wrap gap-2">
          <CopyButton text={verifierKey} size="small" label={t("head.copy-key")} />
          <CopyButton text={note} size="small" label={t("head.copy-note")} />
          <a
            className="link self-center text-sm"
            href={pathOf(readLedgerCheckpoint, { params: { communityId } })}
          >
            {t("head.note")}
          </a>
        </span>
      </Fact>
    </dl>
  );
}

interface HeadCardProps {
  seen: SeenHead;
  witnesses: LedgerWitnesses;
  /** When the newest entry was written. */
  lastTime: string | undefined;
  communityId: string;
}
