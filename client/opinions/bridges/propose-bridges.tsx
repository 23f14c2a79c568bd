import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import {
  mostBridges,
  type OpinionMap,
  proposeFromBridges,
  type Stance,
} from "#shared/contract/opinions.ts";
import { useDebate } from "../../debates/public.ts";
import { call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form } from "../../ui/form.tsx";
import { SubmitOrCancel } from "../../ui/submit-or-cancel.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Telling } from "../telling.ts";
import { chosenFirst, draftOf, longestTitle } from "./bridge-draft.ts";

interface BridgesProps {
  map: OpinionMap;
  telling: Telling;
}

/** Sends the position, and goes to where it stands. */
function usePropose(runId: string) {
  const { ids, slug } = useDebate();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: { title: string; text: string; statementIds: string[] }) =>
      call(proposeFromBridges, { params: { ...ids, runId }, body }),
    onSuccess: ({ id }) =>
      navigate({
        to: "/c/$slug/d/$debateId/arguments",
        params: { slug, debateId: ids.debateId },
        hash: `position-${id}`,
      }),
  });
}

interface ChoiceProps {
  telling: Telling;
  stances: readonly Stance[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}

function Choice({ telling: { t, words, languageOf }, stances, chosen, onChoose }: ChoiceProps) {
  return (
    <fieldset>
      <legend className="font-semibold">{t("bridges.choose")}</legend>
      {stances.map(({ statementId, side }) => (
        <Checkbox
          key={statementId}
          name={statementId}
          label={
            <bdi lang={languageOf(statementId)}>
              {t(`bridges.said-${side}`, { text: words(statementId) })}
            </bdi>
          }
          checked={chosen.includes(statementId)}
          onChange={({ target: { checked } }) => {
            const others = chosen.filter((one) => one !== statementId);
            onChoose(checked ? [...others, statementId] : others);
          }}
        />
      ))}
    </fieldset>
  );
}

/** The draft follows what is chosen until somebody writes in it. */
function ProposeForm({ map, telling, onClose }: BridgesProps & { onClose: () => void }) {
  const { t } = telling;
  const stances = map.bridges.slice(0, mostBridges);
  const [chosen, setChosen] = useState<readonly string[]>(
    stances.slice(0, chosenFirst).map(({ statementId }) => statementId),
  );
  const [written, setWritten] = useState<{ title?: string; text?: string }>({});
  const propose = usePropose(map.runId);
  const taken = stances.filter(({ statementId }) => chosen.includes(statementId));
  const { title, text } = { ...draftOf(taken, telling), ...written };
  const statementIds = taken.map(({ statementId }) => statementId);
  return (
    <Form error={propose.error} onSubmit={() => propose.mutate({ title, text, statementIds })}>
      <Choice {...{ telling, stances, chosen }} onChoose={setChosen} />
      <TextField
        name="title"
        label={t("bridges.title")}
        hint={t("bridges.title-hint")}
        required
        dir="auto"
        minLength={3}
        maxLength={longestTitle}
        value={title}
        onChange={(event) => setWritten((before) => ({ ...before, title: event.target.value }))}
      />
      <TextArea
        name="text"
        label={t("bridges.text")}
        dir="auto"
        rows={5}
        limit={4_000}
        value={text}
        onChange={(event) => setWritten((before) => ({ ...before, text: event.target.value }))}
      />
      <SubmitOrCancel
        label={t("bridges.submit")}
        busy={propose.isPending}
        disabled={statementIds.length === 0}
        onCancel={onClose}
      />
    </Form>
  );
}

/** Makes a position out of what every group takes the same side on; says why not where none is taken. */
export function ProposeBridges({ map, telling }: BridgesProps) {
  const { t } = telling;
  const { debate, me } = useDebate();
  const [isOpen, setOpen] = useState(false);
  if (!me) return <p className="text-sm text-muted">{t("bridges.members")}</p>;
  if (!debate.can.addPosition) {
    const phase = t(`ui:phase.${debate.phase}`);
    return <p className="text-sm text-muted">{t("bridges.not-now", { phase })}</p>;
  }
  return (
    <>
      <Button icon="position" onClick={() => setOpen(true)}>
        {t("bridges.open")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t("bridges.open")}
        description={t("bridges.lead")}
        size="large"
      >
        {isOpen && <ProposeForm map={map} telling={telling} onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}
