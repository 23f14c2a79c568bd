import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { maxTagLength, mostTags } from "#shared/contract/curation.ts";
import { type ClaimNode, type OutlineNode, useDebate, useOutline } from "../debates/public.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { placeOfSide, type LiveCuration } from "./queries.ts";
import { type Deed, useCurate, useCuration } from "./use-curation.ts";

type Send = (deed: Deed) => void;

/** A node among its siblings, as they are read now. */
function useSiblings(node: OutlineNode) {
  const { tree } = useOutline();
  const { ids } = useDebate();
  if (node.kind === "position") {
    return { targetId: ids.debateId, list: tree.positions.map(({ id }) => id), id: node.id };
  }
  const { parent } = node;
  const targetId = parent.kind === "position" ? parent.id : parent.claim.id;
  const above = tree.nodes.get(parent.id);
  const list = (above?.children ?? []).map(({ edge }) => edge.id);
  return { targetId, list, id: node.edge.id };
}

/** Moves a node up and down among its siblings, and gives the order back to the clock. */
function OrderButtons({ node, send }: { node: OutlineNode; send: Send }) {
  const { t } = useTranslation("curation");
  const { targetId, list, id } = useSiblings(node);
  const order = useCuration()?.order;
  const at = list.indexOf(id);
  const move = (step: -1 | 1) => {
    const moved = list.filter((one) => one !== id).toSpliced(at + step, 0, id);
    send({ do: "order", targetId, ids: moved.slice(0, 1_000) });
  };
  const isOrdered =
    node.kind === "position" ? (order?.positions.length ?? 0) > 0 : order?.below.has(targetId);
  if (list.length < 2 && !isOrdered) return null;
  return (
    <>
      <Button icon="up" size="small" disabled={at <= 0} onClick={() => move(-1)}>
        {t("order.up")}
      </Button>
      <Button
        icon="down"
        size="small"
        disabled={at === -1 || at === list.length - 1}
        onClick={() => move(1)}
      >
        {t("order.down")}
      </Button>
      {isOrdered && (
        <Button
          icon="undo"
          size="small"
          variant="quiet"
          onClick={() => send({ do: "order", targetId, ids: [] })}
        >
          {t("order.reset")}
        </Button>
      )}
    </>
  );
}

interface ClaimDeedsProps {
  node: ClaimNode;
  curation: LiveCuration;
  send: Send;
}

/** Pins a claim, and calls it the strongest of its side. */
function ClaimButtons({ node, curation, send }: ClaimDeedsProps) {
  const { t } = useTranslation("curation");
  const { claim, edge, parent } = node;
  const isPinned = curation.pins.includes(claim.id);
  const isStrongest = curation.strongest.get(placeOfSide(parent.id, edge.side)) === claim.id;
  return (
    <>
      <Button
        icon="pin"
        size="small"
        autoFocus
        onClick={() => send({ do: isPinned ? "unpin" : "pin", claimId: claim.id })}
      >
        {t(isPinned ? "pin.remove" : "pin.add")}
      </Button>
      {parent.kind === "position" && (
        <Button
          icon="star"
          size="small"
          onClick={() =>
            send({
              do: "highlight",
              positionId: parent.id,
              side: edge.side,
              claimId: isStrongest ? null : claim.id,
            })
          }
        >
          {t(isStrongest ? "strongest.remove" : `strongest.set.${edge.side}`)}
        </Button>
      )}
    </>
  );
}

interface NewTagProps {
  /** The tags of other claims, which are offered. */
  known: readonly string[];
  onAdd: (tag: string) => void;
}

function NewTag({ known, onAdd }: NewTagProps) {
  const { t } = useTranslation("curation");
  const [word, setWord] = useState("");
  const listId = useId();
  return (
    <form
      className="flex max-w-md flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (word.trim() === "") return;
        onAdd(word);
        setWord("");
      }}
    >
      <TextField
        label={t("tag.add")}
        hint={t("tag.hint", { count: mostTags })}
        value={word}
        maxLength={maxTagLength}
        dir="auto"
        list={listId}
        className="min-w-40 flex-1"
        onChange={(event) => setWord(event.target.value)}
      />
      <datalist id={listId}>
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <Button type="submit" icon="plus">
        {t("tag.submit")}
      </Button>
    </form>
  );
}

/** The words under which a claim is found. */
function Tags({ node, curation, send }: ClaimDeedsProps) {
  const { t } = useTranslation("curation");
  const { claim } = node;
  const tags = curation.tags.get(claim.id) ?? [];
  const known = [...new Set([...curation.tags.values()].flat())].toSorted();
  const change = (wanted: string[]) => send({ do: "tag", claimId: claim.id, tags: wanted });
  return (
    <div className="space-y-2">
      {tags.length > 0 && (
        <ul aria-label={t("tag.ofClaim")} className="flex flex-wrap gap-2">
          {tags.map((tag) => (
            <li key={tag}>
              <Button
                size="small"
                iconAfter="close"
                aria-label={t("tag.remove", { tag })}
                className="rounded-full!"
                onClick={() => change(tags.filter((one) => one !== tag))}
              >
                <bdi>{tag}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {tags.length < mostTags && <NewTag known={known} onAdd={(tag) => change([...tags, tag])} />}
    </div>
  );
}

/** What those who curate do with a position or claim. All of it is public, and can be taken back. */
export function CuratePanel({ node }: { node: OutlineNode }) {
  const { t } = useTranslation("curation");
  const { leaveTask } = useOutline();
  const curation = useCuration();
  const curate = useCurate();
  if (!curation) return null;
  const send: Send = (deed) => curate.mutate(deed);
  return (
    <div className="space-y-4">
      <h3 className="text-base">{t("menu")}</h3>
      <div className="flex flex-wrap gap-2">
        {node.kind === "claim" && <ClaimButtons node={node} curation={curation} send={send} />}
        <OrderButtons node={node} send={send} />
      </div>
      {node.kind === "claim" && <Tags node={node} curation={curation} send={send} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" onClick={leaveTask}>
          {t("done")}
        </Button>
        <p className="text-sm text-muted">{t("public")}</p>
      </div>
    </div>
  );
}
