import { useNavigate } from "@tanstack/react-router";
import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { isolated } from "../../ui/isolated.ts";
import { StanceMark } from "../../ui/stance.tsx";
import { useDebate } from "../debate-context.ts";
import { useKeptDrafts } from "../drafts.ts";
import { type DraftOffer, draftOffers } from "./draft-offers.ts";
import { textOfNode } from "./find-targets.ts";
import { useOutline } from "./outline-context.ts";
import { ancestorsOf } from "./tree.ts";

interface OfferProps {
  offer: DraftOffer;
  onContinue: () => void;
  onDiscard: () => void;
}

function Offer({ offer, onContinue, onDiscard }: OfferProps) {
  const { t } = useTranslation("debates");
  const id = useId();
  const { kind, text } = offer;
  const side = "side" in offer ? offer.side : undefined;
  const about = "node" in offer ? textOfNode(offer.node) : "";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <div id={id} className="min-w-0 flex-1 basis-60">
        <p className="line-clamp-2 text-sm text-muted">
          {side && (
            <span className="me-2">
              <StanceMark side={side} />
            </span>
          )}
          {t(`drafts.${kind}`, { about: isolated(about) })}
        </p>
        <p dir="auto" className="line-clamp-2 font-serif break-words">
          {text}
        </p>
      </div>
      <div className="flex gap-2">
        <Button size="small" aria-describedby={id} onClick={onContinue}>
          {t("drafts.continue")}
        </Button>
        <Button size="small" variant="quiet" aria-describedby={id} onClick={onDiscard}>
          {t("drafts.discard")}
        </Button>
      </div>
    </li>
  );
}

/** What can be gone on with here, and the ways to do so. */
function useOffers(onPropose: () => void) {
  const { ids, debate, slug } = useDebate();
  const { tree, can, changeable, evidence, dispatch } = useOutline();
  const navigate = useNavigate();
  const { kept, discard } = useKeptDrafts();
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const { addStatement } = debate.can;
  const offers = useMemo(() => {
    const may = { addClaim: can.addClaim, addPosition: can.addPosition, addStatement };
    const place = { debateId: ids.debateId, tree, evidence, may, changeable };
    return draftOffers(kept, place).filter(({ name }) => !settled.has(name));
  }, [kept, settled, ids.debateId, tree, evidence, can, addStatement, changeable]);
  const settle = (name: string) => setSettled(new Set([...settled, name]));
  const goOn = (offer: DraftOffer) => {
    settle(offer.name);
    if ("task" in offer) {
      dispatch({ do: "open", ids: ancestorsOf(offer.node).map(({ id }) => id) });
      dispatch({ do: "begin", task: offer.task });
    } else if (offer.kind === "position") {
      onPropose();
    } else {
      const params = { slug, debateId: ids.debateId };
      void navigate({ to: "/c/$slug/d/$debateId/statements", params, hash: "write" });
    }
  };
  return { offers, goOn, discard: (name: string) => (settle(name), discard(name)) };
}

interface KeptDraftsProps {
  /** Opens the form in which positions are proposed. */
  onPropose: () => void;
}

/** What was begun here earlier and not sent, offered once, when the debate is opened. */
export function KeptDrafts({ onPropose }: KeptDraftsProps) {
  const { t } = useTranslation("debates");
  const { offers, goOn, discard } = useOffers(onPropose);
  if (offers.length === 0) return null;
  return (
    <section
      data-no-print
      aria-label={t("drafts.label")}
      className="rounded-md border-s-4 border-accent bg-accent-soft px-4 py-1"
    >
      <ul className="divide-y divide-line">
        {offers.map((offer) => (
          <Offer
            key={offer.name}
            offer={offer}
            onContinue={() => goOn(offer)}
            onDiscard={() => discard(offer.name)}
          />
        ))}
      </ul>
    </section>
  );
}
