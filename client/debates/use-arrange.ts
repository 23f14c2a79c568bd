import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import {
  archiveClaim,
  type ChangeKind,
  extractClaim,
  linkClaim,
  mergeClaims,
  moveClaim,
  type Rearranged,
  restoreClaim,
  splitClaim,
  undoStructureChange,
  unlinkClaim,
} from "#shared/contract/structure.ts";
import { call } from "../lib/api.ts";
import { toast } from "../ui/toast.ts";
import { useErrorText } from "../ui/problem-text.ts";
import { useDebate } from "./debate-context.ts";
import { changesQuery, type DebateIds, hearRearranged } from "./queries.ts";

type Body<E extends { body: z.ZodType }> = z.input<E["body"]>;

/** One change of where a claim stands. */
export type Arranging =
  | { readonly kind: "linked"; readonly claimId: string; readonly body: Body<typeof linkClaim> }
  | { readonly kind: "unlinked"; readonly edgeId: string }
  | { readonly kind: "moved"; readonly edgeId: string; readonly body: Body<typeof moveClaim> }
  | { readonly kind: "merged"; readonly claimId: string; readonly body: Body<typeof mergeClaims> }
  | { readonly kind: "split"; readonly claimId: string; readonly body: Body<typeof splitClaim> }
  | {
      readonly kind: "archived";
      readonly claimId: string;
      readonly body: Body<typeof archiveClaim>;
    }
  | { readonly kind: "restored"; readonly claimId: string }
  | {
      readonly kind: "extracted";
      readonly claimId: string;
      readonly body: Body<typeof extractClaim>;
    };

function send(ids: DebateIds, change: Arranging): Promise<Rearranged> {
  switch (change.kind) {
    case "linked":
      return call(linkClaim, { params: { ...ids, claimId: change.claimId }, body: change.body });
    case "unlinked":
      return call(unlinkClaim, { params: { ...ids, edgeId: change.edgeId } });
    case "moved":
      return call(moveClaim, { params: { ...ids, edgeId: change.edgeId }, body: change.body });
    case "merged":
      return call(mergeClaims, { params: { ...ids, claimId: change.claimId }, body: change.body });
    case "split":
      return call(splitClaim, { params: { ...ids, claimId: change.claimId }, body: change.body });
    case "archived":
      return call(archiveClaim, { params: { ...ids, claimId: change.claimId }, body: change.body });
    case "restored":
      return call(restoreClaim, { params: { ...ids, claimId: change.claimId } });
    case "extracted":
      return call(extractClaim, { params: { ...ids, claimId: change.claimId }, body: change.body });
  }
}

/** Puts into the outline what a change did, and asks anew for the history. */
function useRearranged() {
  const queries = useQueryClient();
  const { ids, me } = useDebate();
  return (rearranged: Rearranged) => {
    hearRearranged(queries, ids, { ...ids, ...rearranged, authors: me ? [me] : [] });
    void queries.invalidateQueries({ queryKey: changesQuery(ids).queryKey });
  };
}

/** Takes a change of where claims stand back. */
export function useUndo() {
  const { ids } = useDebate();
  const keep = useRearranged();
  return useMutation({
    mutationFn: (changeId: string) => call(undoStructureChange, { params: { ...ids, changeId } }),
    onSuccess: keep,
  });
}

/** Changes where a claim stands, and offers the way back in the same breath. */
export function useArrange(onDone: (rearranged: Rearranged) => void) {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  const keep = useRearranged();
  const undo = useUndo();
  const errorText = useErrorText();
  const offerUndo = (kind: ChangeKind, changeId: string) =>
    toast({
      title: t(`arrange.done.${kind}`),
      tone: "good",
      action: {
        label: t("arrange.undo"),
        onSelect: () =>
          undo.mutate(changeId, {
            onSuccess: () => toast({ title: t("arrange.undone"), tone: "good" }),
            onError: (error) => toast({ ...errorText(error), tone: "danger" }),
          }),
      },
    });
  return useMutation({
    mutationFn: (change: Arranging) => send(ids, change),
    onSuccess: (rearranged) => {
      keep(rearranged);
      offerUndo(rearranged.change.kind, rearranged.change.id);
      onDone(rearranged);
    },
  });
}
