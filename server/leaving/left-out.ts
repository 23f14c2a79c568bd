/** Columns that name people and are in no file, each with the reason. */
export const leftOut: Readonly<Record<string, string>> = {
  "memberships.participant_id": "the same row is found by its account",
  "join_requests.decided_by": "somebody else's request, with that person's words",
  "memberships.invited_by": "somebody else's membership; the links that you made are in a file",
  "blocks.participant_id": "that somebody blocked you is that person's, and never told to you",
  "sign_in_tickets.account_id": "a sign-in under way, gone within minutes",
  "provider_flows.account_id": "a sign-in under way, gone within minutes",
  "passkey_challenges.account_id": "a sign-in under way, gone within minutes",
  "wallet_challenges.account_id": "a message to be signed, gone within minutes",
  "idempotency_keys.account_id":
    "answers to requests of the last day, kept to answer repeats alike",
  "moderation_items.author_id":
    "reports of others; what was decided about yours is in a file, with the reasons",
  "moderation_items.claimed_by_id": "reports of others, which you took for a quarter of an hour",
  "declared_release_people.participant_id":
    "of which figures you were a part; what you said about yourself is in a file",
  "responders.participant_id": "counts who responded; the responses themselves are in a file",
};
