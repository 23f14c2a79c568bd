import { type KeyboardEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClaimKind, Side } from "#shared/contract/claims.ts";
import { maxClaimLength } from "#shared/contract/claims.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Form, FormActions } from "../../ui/form.tsx";
import { Icon } from "../../ui/icons.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { useDebate } from "../debate-context.ts";
import { useDraft } from "../drafts.ts";
import { ClaimsSaidBefore } from "../similar/said-here.tsx";
import { useTyping } from "../use-typing.ts";
import { type Source, useAddClaim } from "../use-writes.ts";
import { AssumptionBox } from "./assumption-box.tsx";
import { EvidenceFields, noSource } from "./evidence-fields.tsx";
import { useOutline } from "./outline-context.ts";
import type { OutlineNode } from "./tree.ts";

interface ClaimDraft {
  /** The side on which it was last meant to stand. */
  readonly side?: Side;
  readonly text: string;
  readonly kind: ClaimKind;
  readonly sources: readonly Source[];
}

const maxSources = 5;

interface SideChoiceProps {
  side: Side;
  onChange: (side: Side) => void;
}

/** For or against: by word, shape and colour. */
function SideChoice({ side, onChange }: SideChoiceProps) {
  const { t } = useTranslation("debates");
  return (
    <fieldset>
      <legend className="sr-only">{t("compose.side")}</legend>
      <div className="flex gap-2">
        {(["pro", "con"] as const).map((one) => (
          <label
            key={one}
            className={cx(
              "inline-flex min-h-9 items-center gap-1.5 rounded-full border px-3 text-sm font-semibold",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
              one === side ? "border-current bg-surface" : "border-line-strong text-muted",
              one === side && (one === "pro" ? "text-pro" : "text-con"),
            )}
          >
            <input
              type="radio"
              name="side"
              className="sr-only"
              checked={one === side}
              onChange={() => onChange(one)}
            />
            <Icon name={one} size={18} />
            {t(`outline.side.${one}`)}
            {one === side && <Icon name="check" size={14} />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What makes a claim good, in a line each. */
function Rules() {
  const { t } = useTranslation("debates");
  return (
    <details className="text-sm text-muted">
      <summary className="w-fit">{t("compose.rules")}</summary>
      <ul className="mt-1 ms-5 list-disc space-y-0.5">
        {(["one", "full", "own", "source"] as const).map((rule) => (
          <li key={rule}>{t(`compose.rule.${rule}`)}</li>
        ))}
      </ul>
    </details>
  );
}

interface SourcesProps {
  sources: readonly Source[];
  onChange: (sources: readonly Source[]) => void;
}

/** Evidence in the same breath. */
function Sources({ sources, onChange }: SourcesProps) {
  const { t } = useTranslation("debates");
  return (
    <>
      {sources.map((source, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- they have no names but their places
        <fieldset key={index} className="rounded-md border border-line p-3">
          <legend className="px-1 text-sm font-medium">
            {t("evidence.one", { number: index + 1 })}
          </legend>
          <EvidenceFields
            value={source}
            prefix={`evidence.${index}.`}
            onChange={(change) => onChange(sources.with(index, { ...source, ...change }))}
          />
          <Button
            size="small"
            variant="quiet"
            icon="close"
            className="mt-3"
            onClick={() => onChange(sources.toSpliced(index, 1))}
          >
            {t("evidence.remove")}
          </Button>
        </fieldset>
      ))}
      {sources.length < maxSources && (
        <Button
          size="small"
          variant="quiet"
          icon="evidence"
          onClick={() => onChange([...sources, noSource])}
        >
          {t("evidence.attach")}
        </Button>
      )}
    </>
  );
}

interface ClaimComposerProps {
  node: OutlineNode;
  side: Side;
  /** Speaks not to the claim itself, but against its bearing on what is above it. */
  isObjection?: boolean | undefined;
}

/** What a claim at this node speaks to. */
function targetAt(node: OutlineNode, isObjection: boolean) {
  if (node.kind === "position") return { kind: "position", id: node.id } as const;
  if (isObjection) return { kind: "edge", id: node.edge.id } as const;
  return { kind: "claim", id: node.claim.id } as const;
}

/** The position or edge at which somebody writes, whichever way one came there. */
const placeIdOf = (node: OutlineNode) => (node.kind === "position" ? node.id : node.edge.id);

function useCompose(node: OutlineNode, isObjection: boolean) {
  const { ids } = useDebate();
  const { goTo } = useOutline();
  const add = useAddClaim();
  const target = targetAt(node, isObjection);
  const name = isObjection
    ? `objection.${ids.debateId}.${placeIdOf(node)}`
    : `claim.${ids.debateId}.${placeIdOf(node)}`;
  const draft = useDraft<ClaimDraft>(name, { text: "", kind: "claim", sources: [] });
  const submit = (side: Side) => {
    const { text, kind, sources } = draft.value;
    const body = { target, side, text, kind, evidence: [...sources] };
    add.mutate(body, {
      onSuccess: ({ edges }) => {
        draft.clear();
        if (edges[0]) goTo(edges[0].id);
      },
    });
  };
  return { add, draft, submit, target };
}

/** Sends on Ctrl or ⌘ with Enter. */
export function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** Writes a claim where it will stand. What is unsent is kept. */
export function ClaimComposer({ node, side: first, isObjection = false }: ClaimComposerProps) {
  const { t } = useTranslation(["debates", "ui"]);
  const { leaveTask } = useOutline();
  const { add, draft, submit, target } = useCompose(node, isObjection);
  const [side, setSide] = useState(first);
  const [asked, setAsked] = useState(first);
  if (asked !== first) {
    // The other button was pressed at the row meanwhile.
    setAsked(first);
    setSide(first);
  }
  const hasWords = draft.value.text !== "";
  // oxlint-disable-next-line react/exhaustive-deps -- the draft follows the side, whichever way that was chosen
  useEffect(() => void (hasWords && draft.set({ side })), [hasWords, side]);
  const typing = useTyping(placeIdOf(node));
  return (
    <>
      <Form error={add.error} onSubmit={() => submit(side)} className="space-y-3!">
        {!isObjection && <SideChoice side={side} onChange={setSide} />}
        <TextArea
          name="text"
          label={t(isObjection ? "compose.objection" : `compose.label.${node.kind}.${side}`)}
          hint={isObjection ? t("compose.objectionHint") : undefined}
          required
          serif
          autoFocus
          dir="auto"
          rows={2}
          minLength={3}
          limit={maxClaimLength}
          value={draft.value.text}
          onKeyDown={sendOnEnter}
          onChange={(event) => {
            draft.set({ text: event.target.value });
            typing();
          }}
        />
        <AssumptionBox kind={draft.value.kind} onChange={(kind) => draft.set({ kind })} />
        <Rules />
        <Sources sources={draft.value.sources} onChange={(sources) => draft.set({ sources })} />
        <FormActions>
          <Button type="submit" variant="primary" busy={add.isPending}>
            {t("compose.submit")}
          </Button>
          <Button variant="quiet" onClick={leaveTask}>
            {t("ui:cancel")}
          </Button>
          <span className="text-sm text-muted max-sm:hidden">{t("compose.kept")}</span>
        </FormActions>
      </Form>
      <ClaimsSaidBefore
        node={node}
        target={target}
        side={side}
        text={draft.value.text}
        onLinked={draft.clear}
      />
    </>
  );
}
