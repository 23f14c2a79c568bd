import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { StanceMark } from "../../ui/stance.tsx";
import { useDebate } from "../debate-context.ts";
import { useKeptDrafts } from "../drafts.ts";
import { type DraftOffer, draftOffers } from "./draft-offers.ts";
import { useOutline } from "./outline-context.ts";
import { ancestorsOf, type OutlineNode } from "./tree.ts";

const wordsOf = (node: OutlineNode) =>
  node.kind === "position" ? node.position.title : node.claim.text;

interface OfferProps {
  offer: DraftOffer;
  onContinue: () => void;
  onDiscard: () => void;
}

function Offer({ offer, onContinue, onDiscard }: OfferProps) {
  const { t } = useTranslation("debates");
  const id = useId();
  const { kind, side, text, node } = offer;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <div id={id} className="min-w-0 flex-1 basis-60">
        <p className="text-sm text-muted">
          {side && (
            <span className="me-2">
              <StanceMark side={side} />
            </span>
          )}
          {t(`drafts.${kind}`, { about: wordsOf(node) })}
        </p>
        <p dir="auto" className="line-clamp-2 font-serif">
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

/** What was begun here earlier and not sent, offered once, when the debate is opened. */
export function KeptDrafts() {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  const { tree, can, changeable, dispatch } = useOutline();
  const { kept, discard } = useKeptDrafts();
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const offers = useMemo(() => {
    const place = { debateId: ids.debateId, tree, mayAdd: can.addClaim, changeable };
    return draftOffers(kept, place).filter(({ name }) => !settled.has(name));
  }, [kept, settled, ids.debateId, tree, can.addClaim, changeable]);
  if (offers.length === 0) return null;
  const settle = (name: string) => setSettled(new Set([...settled, name]));
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
            onContinue={() => {
              settle(offer.name);
              dispatch({ do: "open", ids: ancestorsOf(offer.node).map(({ id }) => id) });
              dispatch({ do: "begin", task: offer.task });
            }}
            onDiscard={() => {
              settle(offer.name);
              discard(offer.name);
            }}
          />
        ))}
      </ul>
    </section>
  );
}
