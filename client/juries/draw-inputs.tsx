import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "@tanstack/react-router";
import type { DrawDocument } from "#shared/lottery/document.ts";
import type { Randomness } from "#shared/lottery/randomness.ts";
import { Fact } from "../ui/fact.tsx";
import { Time } from "../ui/time.tsx";

const Hash = ({ children }: { children: string }) => (
  <code dir="ltr" className="font-mono text-sm break-all">
    {children}
  </code>
);

function Beacon({ randomness }: { randomness: Extract<Randomness, { kind: "beacon" }> }) {
  const { t, i18n } = useTranslation("juries");
  const { beacon, round, signature } = randomness;
  return (
    <div className="space-y-1">
      <p>{t("inputs.beaconRound", { round: round.toLocaleString(i18n.language) })}</p>
      <p className="text-sm text-muted">{t("inputs.beaconHint")}</p>
      <p className="text-sm text-muted">{t("inputs.chain")}</p>
      <Hash>{beacon.chain}</Hash>
      <p className="text-sm text-muted">{t("inputs.signature")}</p>
      {signature === null ? <p>{t("inputs.notYet")}</p> : <Hash>{signature}</Hash>}
    </div>
  );
}

function Nonces({ randomness }: { randomness: Extract<Randomness, { kind: "nonces" }> }) {
  const { t } = useTranslation("juries");
  return (
    <ul className="space-y-3">
      {randomness.nonces.map(({ party, commitment, nonce }) => (
        <li key={party}>
          <p className="font-medium">{t(`party.${party}`)}</p>
          <p className="text-sm text-muted">{t("inputs.commitment")}</p>
          <Hash>{commitment}</Hash>
          <p className="text-sm text-muted">{t("inputs.told")}</p>
          {nonce === null ? <p>{t("inputs.untold")}</p> : <Hash>{nonce}</Hash>}
        </li>
      ))}
    </ul>
  );
}

interface InputsProps {
  slug: string;
  document: DrawDocument;
  /** Of the entry that fixed the pool, in the public record. */
  entry: { readonly seq: number; readonly time: string } | undefined;
}

function Entered({ slug, document, entry }: InputsProps): ReactNode {
  const { t } = useTranslation("juries");
  if (!entry) return <p>{t("inputs.notEntered")}</p>;
  return (
    <p>
      {t("inputs.entered", { seq: entry.seq })} <Time value={entry.time} show="absolute" />{" "}
      <Link
        to="/c/$slug/ledger"
        params={{ slug }}
        search={{ kind: "dispute", subject: document.disputeId }}
        className="link"
      >
        {t("inputs.proof")}
      </Link>
    </p>
  );
}

/** What a draw was made of, all of it published. */
export function DrawInputs({ slug, document, entry }: InputsProps) {
  const { t, i18n } = useTranslation("juries");
  const number = (value: number) => value.toLocaleString(i18n.language);
  const { pool, seats, wanted, poolHash, seed, randomness } = document;
  return (
    <dl className="max-w-3xl">
      <Fact term={t("inputs.pool")}>
        <p>{t("inputs.poolSize", { pool: number(pool.length) })}</p>
        <p className="text-sm text-muted">{t("inputs.poolHash")}</p>
        <Hash>{poolHash}</Hash>
        <Entered slug={slug} document={document} entry={entry} />
      </Fact>
      <Fact term={t("inputs.seats")}>
        {t(seats === wanted ? "inputs.seatsAll" : "inputs.seatsFewer", {
          seats: number(seats),
          wanted: number(wanted),
        })}
      </Fact>
      <Fact term={t("inputs.randomness")}>
        {randomness.kind === "beacon" ? (
          <Beacon randomness={randomness} />
        ) : (
          <Nonces randomness={randomness} />
        )}
      </Fact>
      <Fact term={t("inputs.seed")}>
        <p className="text-sm text-muted">{t("inputs.seedHow")}</p>
        {seed === null ? <p>{t("inputs.notYet")}</p> : <Hash>{seed}</Hash>}
      </Fact>
    </dl>
  );
}
