import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { commitNonce, type Dispute, tellNonce } from "#shared/contract/disputes.ts";
import { nonceCommitment } from "#shared/lottery/nonce.ts";
import type { Party } from "#shared/lottery/randomness.ts";
import { keepCase, useInCase } from "../disputes/public.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Fault } from "../ui/fault.tsx";
import { toast } from "../ui/toast.ts";
import { keepNonce, useKeptNonce } from "./kept-nonces.ts";

interface NonceProps {
  dispute: Dispute;
  party: Party;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function ThrowIn({ dispute, party }: NonceProps) {
  const { t } = useTranslation("juries");
  const cache = useQueryClient();
  const { communityId, id: disputeId, level } = dispute;
  const commit = useMutation({
    mutationFn: () => {
      const at = { disputeId, level };
      const nonce = newNonce();
      keepNonce({ ...at, party, nonce });
      const body = { commitment: nonceCommitment(at, { party, nonce }) };
      return call(commitNonce, { params: { communityId, disputeId }, body });
    },
    onSuccess: (now) => {
      keepCase(cache, now);
      toast({ title: t("nonce.done"), tone: "good" });
    },
  });
  const { hasCommittedNonce } = dispute.mine;
  return (
    <>
      <p className="max-w-measure">{t(hasCommittedNonce ? "nonce.committed" : "nonce.text")}</p>
      <Fault error={commit.error} />
      {!hasCommittedNonce && (
        <Button icon="plus" busy={commit.isPending} onClick={() => commit.mutate()}>
          {t("nonce.button")}
        </Button>
      )}
    </>
  );
}

/** Tells what was thrown in: by itself where this browser has it. */
function Telling({ dispute, party }: NonceProps) {
  const { t } = useTranslation("juries");
  const { communityId, id: disputeId, level } = dispute;
  const nonce = useKeptNonce({ disputeId, level, party });
  const { mutate, isPending, error } = useInCase((told: string) =>
    call(tellNonce, { params: { communityId, disputeId }, body: { nonce: told } }),
  );
  const tried = useRef(false);
  useEffect(() => {
    if (tried.current || nonce === undefined) return;
    tried.current = true;
    mutate(nonce);
  }, [nonce, mutate]);
  if (nonce === undefined) return <p className="max-w-measure">{t("nonce.lost")}</p>;
  return (
    <>
      <p className="max-w-measure">{t("nonce.tell")}</p>
      <Fault error={error} />
      <Button busy={isPending} onClick={() => mutate(nonce)}>
        {t("nonce.tellButton")}
      </Button>
    </>
  );
}

/** Where a side, or a moderator, makes sure that nobody else could have chosen the jury. */
export function NonceBox({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("juries");
  const { mine, can } = dispute;
  if (mine.party === null || (!can.commitNonce && !can.tellNonce)) return null;
  return (
    <Card className="space-y-3">
      <h3 className="text-lg">{t("nonce.title")}</h3>
      {can.tellNonce ? (
        <Telling dispute={dispute} party={mine.party} />
      ) : (
        <ThrowIn dispute={dispute} party={mine.party} />
      )}
    </Card>
  );
}
