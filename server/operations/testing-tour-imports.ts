import * as transfer from "#shared/contract/transfer.ts";
import { ended, formOf } from "../transfer/testing.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Takes a debate away in every form. */
export async function tourExports(
  tour: Tour,
  ids: { communityId: string; debateId: string },
): Promise<void> {
  const { moderator } = tour.cast;
  for (const format of transfer.exportFormats) {
    const params = { ...ids, format };
    // Responses are not open before the debate is decided.
    if (format === "polis") continue;
    await tour.take(moderator, transfer.exportDebate, { params });
  }
}

/** Brings a conversation in from elsewhere, and calls another import off. */
export async function tourImports(tour: Tour, communityId: string): Promise<void> {
  const { moderator } = tour.cast;
  const params = { communityId };
  const begin = () =>
    tour.send(moderator, transfer.beginImport, { params, form: formOf(filesOf(tour)) });
  const first = await begin();
  await ended(moderator, first);
  await tour.go(moderator, transfer.readImport, { params: { communityId, importId: first.id } });
  const second = await begin();
  const at = { communityId, importId: second.id };
  await tour.go(moderator, transfer.cancelImport, { params: at });
  await tour.go(moderator, transfer.listImports, { params, query: {} });
}

function filesOf(tour: Tour) {
  const comments = [0, 1].map(
    (number) => `1403054214196,x,${number},7,1,1,1,${tour.text("Wages should be livable.")}`,
  );
  return {
    fields: { question: tour.text("What shall wages be?"), attribution: tour.text("A source.") },
    files: {
      "comments.csv": `timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n${comments.join("\n")}\n`,
      "votes.csv":
        "timestamp,datetime,comment-id,voter-id,vote\n1403054214197,x,0,7,1\n1403054214198,x,0,8,-1\n1403054214199,x,1,7,1\n1403054214200,x,1,8,-1\n",
    },
  };
}
