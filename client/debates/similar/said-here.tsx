import { useTranslation } from "react-i18next";
import type { Side, TargetKind } from "#shared/contract/claims.ts";
import { Button } from "../../ui/button.tsx";
import { toast } from "../../ui/toast.ts";
import { useDebate } from "../debate-context.ts";
import { isBelow } from "../outline/find-targets.ts";
import { rowIdOf, useOutline } from "../outline/outline-context.ts";
import { ancestorsOf, type ClaimNode, type OutlineNode } from "../outline/tree.ts";
import { useArrange } from "../use-arrange.ts";
import { SaidBefore } from "./said-before.tsx";

/** Where somebody writes a claim. */
interface Place {
  readonly node: OutlineNode;
  readonly target: { readonly kind: TargetKind; readonly id: string };
  readonly side: Side;
}

interface ActProps {
  node: OutlineNode;
  describedBy: string;
}

/** Goes there; what was written is kept. */
function OpenHere({ node, describedBy }: ActProps) {
  const { t } = useTranslation("debates");
  const { goTo } = useOutline();
  const open = () => {
    goTo(node.id);
    toast({ title: t("similar.kept") });
  };
  return (
    <Button size="small" icon="arrow" aria-describedby={describedBy} onClick={open}>
      {t("similar.open")}
    </Button>
  );
}

/** Rates what stands there, in place of saying it again. */
function RateInstead({ node, describedBy }: ActProps) {
  const { t } = useTranslation("debates");
  const { goTo, dispatch } = useOutline();
  const rate = () => {
    // What another view does not draw is gone to first.
    if (!document.getElementById(rowIdOf(node.id))) goTo(node.id);
    dispatch({ do: "open", ids: ancestorsOf(node).map(({ id }) => id) });
    dispatch({ do: "begin", task: { kind: "rate", nodeId: node.id } });
    toast({ title: t("similar.kept") });
  };
  return (
    <Button size="small" icon="chart" aria-describedby={describedBy} onClick={rate}>
      {t("similar.rate")}
    </Button>
  );
}

interface LinkHereProps {
  claimId: string;
  place: Place;
  describedBy: string;
  onLinked: () => void;
}

/** Lets the claim that is there stand here too, in place of saying it again. */
function LinkHere({ claimId, place, describedBy, onLinked }: LinkHereProps) {
  const { t } = useTranslation("debates");
  const { arriveAt, leaveTask } = useOutline();
  const link = useArrange(({ edges: [edge] }) => {
    onLinked();
    leaveTask();
    if (edge) arriveAt(edge);
  });
  const { target, side } = place;
  return (
    <Button
      size="small"
      icon="link"
      busy={link.isPending}
      aria-describedby={describedBy}
      onClick={() => link.mutate({ kind: "linked", claimId, body: { target, side } })}
    >
      {t("similar.link")}
    </Button>
  );
}

/** Whether somebody may let a claim stand where they write, and it does not stand there, above or below yet. */
function useMayLink(place: Place) {
  const { can, changeable, placesOf } = useOutline();
  return ({ claim }: ClaimNode): boolean => {
    const stands = placesOf.get(claim.id) ?? [];
    if (stands.some(({ edge }) => edge.targetId === place.target.id)) return false;
    return (can.arrange || changeable.has(claim.id)) && !isBelow(claim.id, place.node);
  };
}

interface SaidHereProps extends Place {
  text: string;
  /** The words that were written have become needless. */
  onLinked: () => void;
}

/** What was claimed before in similar words, while somebody writes a claim in the argument. */
export function ClaimsSaidBefore({ text, onLinked, ...place }: SaidHereProps) {
  const { ids } = useDebate();
  const { tree, can } = useOutline();
  const mayLink = useMayLink(place);
  return (
    <SaidBefore
      ids={ids}
      kind="claim"
      text={text}
      acts={({ id }, describedBy) => {
        const node = tree.ofClaim.get(id);
        if (!node) return undefined;
        return (
          <>
            <OpenHere node={node} describedBy={describedBy} />
            {can.rate && <RateInstead node={node} describedBy={describedBy} />}
            {mayLink(node) && (
              <LinkHere claimId={id} place={place} describedBy={describedBy} onLinked={onLinked} />
            )}
          </>
        );
      }}
    />
  );
}

/** Answers that were proposed before in similar words, while somebody proposes one. */
export function PositionsSaidBefore({ text }: { text: string }) {
  const { ids } = useDebate();
  const { tree } = useOutline();
  return (
    <SaidBefore
      ids={ids}
      kind="position"
      text={text}
      acts={({ id }, describedBy) => {
        const node = tree.nodes.get(id);
        return node && <OpenHere node={node} describedBy={describedBy} />;
      }}
    />
  );
}
