import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  chooseGroupName,
  type GroupNames,
  maxNameLength,
  proposeGroupName,
} from "#shared/contract/group-names.ts";
import { useDebate } from "../../debates/public.ts";
import { call } from "../../lib/api.ts";
import { FlagButton, Moderated } from "../../moderation/public.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Fault } from "../../ui/fault.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { namesQuery } from "../queries.ts";

/** Keeps what an answer says of the names. */
function useKeep() {
  const queries = useQueryClient();
  const { ids } = useDebate();
  return (names: GroupNames) => queries.setQueryData(namesQuery(ids).queryKey, names);
}

function Choice({ names }: { names: GroupNames }) {
  const { t } = useTranslation("opinions");
  const { ids } = useDebate();
  const choose = useMutation({
    mutationFn: (nameId: string | null) => call(chooseGroupName, { params: ids, body: { nameId } }),
    onSuccess: useKeep(),
  });
  if (names.names.length === 0) return <p className="text-muted">{t("names.none")}</p>;
  const wanted = choose.isPending ? choose.variables : names.choice;
  return (
    <div className="space-y-2">
      <RadioGroup
        label={t("names.choose")}
        value={wanted ?? ""}
        onChange={(value) => choose.mutate(value === "" ? null : value)}
        choices={[
          ...names.names.map(({ id, text, isMine, isShown }) => ({
            value: id,
            label: (
              <span className="flex flex-wrap items-center gap-x-3">
                <bdi>{text}</bdi>
                {isShown && <span className="text-sm text-accent">{t("names.shown")}</span>}
                {isMine && <span className="text-sm text-muted">{t("names.mine")}</span>}
                {!isMine && <FlagButton subject={{ kind: "group-name", id }} authorId={null} />}
              </span>
            ),
          })),
          { value: "", label: t("names.no-name") },
        ]}
      />
      <Fault error={choose.error} />
    </div>
  );
}

function Proposal() {
  const { t } = useTranslation("opinions");
  const { ids } = useDebate();
  const keep = useKeep();
  const [text, setText] = useState("");
  const propose = useMutation({
    mutationFn: () => call(proposeGroupName, { params: ids, body: { text } }),
    onSuccess: (names) => {
      setText("");
      keep(names);
    },
  });
  return (
    <Form label={t("names.propose")} error={propose.error} onSubmit={() => propose.mutate()}>
      <TextField
        name="text"
        label={t("names.propose")}
        hint={t("names.propose-hint", { most: maxNameLength })}
        dir="auto"
        required
        maxLength={maxNameLength}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <FormActions>
        <Button type="submit" icon="plus" busy={propose.isPending}>
          {t("names.submit")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** The reader's own names that others don't see, and why. */
function Held({ held }: Pick<GroupNames, "held">) {
  const { t } = useTranslation("opinions");
  const { me } = useDebate();
  const id = useId();
  if (!me || held.length === 0) return null;
  return (
    <section aria-labelledby={id} className="space-y-2">
      <h3 id={id} className="font-medium">
        {t("names.held")}
      </h3>
      <ul>
        {held.map(({ id: nameId, mark }) => (
          <li key={nameId}>
            <Moderated subject={{ kind: "group-name", id: nameId }} mark={mark} authorId={me.id} />
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t("names.held-hint")}</p>
    </section>
  );
}

function Naming() {
  const { t } = useTranslation("opinions");
  const { ids } = useDebate();
  const query = useQuery(namesQuery(ids));
  return (
    <Loaded query={query}>
      {(names) =>
        names.group === null ? (
          <p>{t("names.not-in")}</p>
        ) : (
          <div className="space-y-6">
            <Choice names={names} />
            <Held held={names.held} />
            {names.can.name && <Proposal />}
          </div>
        )
      }
    </Loaded>
  );
}

/** For the people of a group alone: says what it shall be called, and chooses among what others say. */
export function NameGroup() {
  const { t } = useTranslation("opinions");
  const { me } = useDebate();
  const [isOpen, setOpen] = useState(false);
  if (!me) return null;
  return (
    <>
      <Button size="small" icon="edit" onClick={() => setOpen(true)}>
        {t("names.open")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t("names.title")}
        description={t("names.lead")}
      >
        {isOpen && <Naming />}
      </Dialog>
    </>
  );
}
