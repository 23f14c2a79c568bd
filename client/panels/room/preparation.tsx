import { useState } from "react";
import { editPanelRoom, type PanelRoom, roomLimits } from "#shared/contract/panel-room.ts";
import { call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Conflict } from "../../ui/conflict.tsx";
import { Form } from "../../ui/form.tsx";
import { Markdown } from "../../ui/markdown.tsx";
import { SubmitOrCancel } from "../../ui/submit-or-cancel.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { useBegun } from "../../ui/use-begun.ts";
import { useWords } from "../words.ts";
import type { RoomProps } from "./props.ts";
import { useRoomAct } from "./queries.ts";

const parts = ["agenda", "briefing"] as const;
const wordsOf = ({ agenda, briefing }: PanelRoom) => ({ agenda, briefing });

function EditForm({ room, ids, onDone }: RoomProps & { onDone: () => void }) {
  const { t } = useWords();
  const begun = useBegun(room, wordsOf);
  const [words, setWords] = useState(begun.words);
  const save = useRoomAct(ids, async () => {
    const body = { ...words, version: begun.at.version };
    const now = await call(editPanelRoom, { params: ids, body });
    onDone();
    return now;
  });
  const isOvertaken = begun.isOvertaken(save);
  return (
    <Form error={isOvertaken ? null : save.error} onSubmit={() => save.mutate()}>
      {isOvertaken && (
        <Conflict
          theirs={Object.values(wordsOf(room))}
          mine={Object.values(words)}
          onKeepMine={() => begun.keep(words)}
          onTakeTheirs={() => {
            begun.takeTheirs();
            setWords(wordsOf(room));
          }}
        />
      )}
      {parts.map((part) => (
        <TextArea
          key={part}
          name={part}
          limit={roomLimits[part]}
          dir="auto"
          label={t(`room.${part}`)}
          hint={t(`room.${part}Hint`)}
          value={words[part]}
          onChange={({ target }) => setWords({ ...words, [part]: target.value })}
        />
      ))}
      <SubmitOrCancel
        label={t("room.save")}
        busy={save.isPending}
        disabled={isOvertaken}
        onCancel={onDone}
      />
    </Form>
  );
}

/** What the panel works through, and what it reads for that. */
export function Preparation(props: RoomProps) {
  const { t } = useWords();
  const { room } = props;
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) return <EditForm {...props} onDone={() => setIsEditing(false)} />;
  return (
    <div className="space-y-8">
      {parts.map((part) => (
        <section key={part} aria-labelledby={`${part}-title`} className="space-y-2">
          <h2 id={`${part}-title`} className="text-2xl">
            {t(`room.${part}`)}
          </h2>
          {room[part] === "" ? (
            <p className="text-muted">{t(`room.no-${part}`)}</p>
          ) : (
            <Markdown source={room[part]} />
          )}
        </section>
      ))}
      {room.can.edit && (
        <Button icon="edit" onClick={() => setIsEditing(true)}>
          {t("room.edit")}
        </Button>
      )}
    </div>
  );
}
