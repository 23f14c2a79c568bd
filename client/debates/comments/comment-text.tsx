import { Link } from "@tanstack/react-router";
import { type Comment, mentionParts } from "#shared/contract/comments.ts";
import { useNameOf } from "../../ui/person-name.ts";
import { useDebate } from "../debate-context.ts";

/** What a comment says, the people in it by the names that they have now. */
export function CommentText({ text, mentions }: Pick<Comment, "text" | "mentions">) {
  const { slug } = useDebate();
  const nameOf = useNameOf();
  const people = new Map(mentions.map((person) => [person.id, person]));
  return (
    <p dir="auto" className="break-words whitespace-pre-wrap">
      {mentionParts(text).map((part, at) => {
        if (at % 2 === 0) return part;
        const person = people.get(part);
        if (!person) return "@…";
        return (
          <Link
            key={at}
            to="/c/$slug/people/$participantId"
            params={{ slug, participantId: person.id }}
            className="font-medium"
          >
            @<bdi>{nameOf(person)}</bdi>
          </Link>
        );
      })}
    </p>
  );
}
