CREATE TABLE "account_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"new_email" "citext",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" "citext" NOT NULL,
	"email_confirmed_at" timestamp (3) with time zone,
	"password_hash" text NOT NULL,
	"name" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"is_operator" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "known_devices" (
	"hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"data" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"public_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sessions_publicId_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "charter_rules" (
	"community_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "charter_rules_community_id_number_pk" PRIMARY KEY("community_id","number")
);
--> statement-breakpoint
CREATE TABLE "communities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" "citext" NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"is_private" boolean DEFAULT false NOT NULL,
	"join_policy" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "communities_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"max_uses" integer,
	"uses" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "join_requests" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"decided_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "join_requests_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"community_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"status" text NOT NULL,
	"role" text NOT NULL,
	"joined_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "memberships_community_id_participant_id_pk" PRIMARY KEY("community_id","participant_id"),
	CONSTRAINT "memberships_communityId_accountId_unique" UNIQUE("community_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"community_id" uuid,
	"kind" text NOT NULL,
	"link" text NOT NULL,
	"data" jsonb NOT NULL,
	"subject" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notices_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "participants_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"author_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "claims_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "debates" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"question" text NOT NULL,
	"context" text DEFAULT '' NOT NULL,
	"topic" text NOT NULL,
	"language" text NOT NULL,
	"phase" text NOT NULL,
	"archived_from" text,
	"author_id" uuid NOT NULL,
	"attribution" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "debates_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "edges" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"side" text NOT NULL,
	"target_kind" text NOT NULL,
	"target_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edges_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "edges_communityId_claimId_targetId_unique" UNIQUE("community_id","claim_id","target_id")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"url" text NOT NULL,
	"title" text NOT NULL,
	"publisher" text DEFAULT '' NOT NULL,
	"published_on" date,
	"quote" text DEFAULT '' NOT NULL,
	"author_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "evidence_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "phase_moves" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"actor_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "phase_moves_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"title" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"author_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "positions_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "relevance_ratings" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"edge_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"rating" smallint NOT NULL,
	"rated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "relevance_ratings_community_id_edge_id_participant_id_pk" PRIMARY KEY("community_id","edge_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"community_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"editor_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revisions_community_id_subject_id_version_pk" PRIMARY KEY("community_id","subject_id","version")
);
--> statement-breakpoint
CREATE TABLE "scheduled_moves" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"to" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	"done_at" timestamp (3) with time zone,
	"refusal" text,
	CONSTRAINT "scheduled_moves_community_id_debate_id_to_pk" PRIMARY KEY("community_id","debate_id","to")
);
--> statement-breakpoint
CREATE TABLE "truth_ratings" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"rating" smallint NOT NULL,
	"rated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "truth_ratings_community_id_claim_id_participant_id_pk" PRIMARY KEY("community_id","claim_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"community_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"ballot_id" text NOT NULL,
	"voter_id" uuid,
	"ballot" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"cast_at" timestamp (3) with time zone,
	CONSTRAINT "ballots_community_id_decision_id_ballot_id_pk" PRIMARY KEY("community_id","decision_id","ballot_id"),
	CONSTRAINT "ballots_communityId_decisionId_voterId_unique" UNIQUE("community_id","decision_id","voter_id")
);
--> statement-breakpoint
CREATE TABLE "decision_options" (
	"community_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position_id" uuid,
	"title" text NOT NULL,
	"order" integer NOT NULL,
	CONSTRAINT "decision_options_community_id_decision_id_id_pk" PRIMARY KEY("community_id","decision_id","id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"title" text NOT NULL,
	"method" text NOT NULL,
	"settings" jsonb NOT NULL,
	"secrecy" text NOT NULL,
	"weighting" text NOT NULL,
	"electorate" jsonb NOT NULL,
	"electorate_size" integer,
	"quorum" jsonb,
	"threshold" jsonb,
	"status" text NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"result" jsonb,
	"outcome" text,
	"outcome_by_id" uuid,
	"end_reason" text,
	"author_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decisions_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "electors" (
	"community_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"weight" bigint NOT NULL,
	CONSTRAINT "electors_community_id_decision_id_participant_id_pk" PRIMARY KEY("community_id","decision_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"operation" text NOT NULL,
	"request_hash" text NOT NULL,
	"reply" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "ledger_acts" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"time" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor" uuid,
	"subject" text NOT NULL,
	"payload" jsonb NOT NULL,
	CONSTRAINT "ledger_acts_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "room_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "room_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"room" text NOT NULL,
	"name" text NOT NULL,
	"payload" jsonb NOT NULL,
	"seq" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "room_events_room_seq_unique" UNIQUE("room","seq")
);
--> statement-breakpoint
CREATE TABLE "room_heads" (
	"room" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responders" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	CONSTRAINT "responders_community_id_debate_id_participant_id_pk" PRIMARY KEY("community_id","debate_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "response_history" (
	"community_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "response_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"debate_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"value" smallint NOT NULL,
	"responded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "response_history_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"value" smallint NOT NULL,
	"previous" smallint,
	"responded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "responses_community_id_statement_id_participant_id_pk" PRIMARY KEY("community_id","statement_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "statement_counts" (
	"community_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"agrees" integer NOT NULL,
	"disagrees" integer NOT NULL,
	"passes" integer NOT NULL,
	CONSTRAINT "statement_counts_community_id_statement_id_pk" PRIMARY KEY("community_id","statement_id")
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"author_id" uuid NOT NULL,
	"status" text DEFAULT 'shown' NOT NULL,
	"source_number" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "statements_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"status" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"stage" text DEFAULT 'reading' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"problem" jsonb,
	"report" jsonb,
	"debate_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "imports_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_rules" ADD CONSTRAINT "charter_rules_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debates" ADD CONSTRAINT "debates_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debates" ADD CONSTRAINT "debates_community_id_author_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","author_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edges" ADD CONSTRAINT "edges_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edges" ADD CONSTRAINT "edges_community_id_claim_id_claims_community_id_id_fk" FOREIGN KEY ("community_id","claim_id") REFERENCES "public"."claims"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_community_id_claim_id_claims_community_id_id_fk" FOREIGN KEY ("community_id","claim_id") REFERENCES "public"."claims"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_moves" ADD CONSTRAINT "phase_moves_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relevance_ratings" ADD CONSTRAINT "relevance_ratings_community_id_edge_id_edges_community_id_id_fk" FOREIGN KEY ("community_id","edge_id") REFERENCES "public"."edges"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_moves" ADD CONSTRAINT "scheduled_moves_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "truth_ratings" ADD CONSTRAINT "truth_ratings_community_id_claim_id_claims_community_id_id_fk" FOREIGN KEY ("community_id","claim_id") REFERENCES "public"."claims"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_community_id_decision_id_decisions_community_id_id_fk" FOREIGN KEY ("community_id","decision_id") REFERENCES "public"."decisions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_options" ADD CONSTRAINT "decision_options_community_id_decision_id_decisions_community_id_id_fk" FOREIGN KEY ("community_id","decision_id") REFERENCES "public"."decisions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_options" ADD CONSTRAINT "decision_options_community_id_position_id_positions_community_id_id_fk" FOREIGN KEY ("community_id","position_id") REFERENCES "public"."positions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "electors" ADD CONSTRAINT "electors_community_id_decision_id_decisions_community_id_id_fk" FOREIGN KEY ("community_id","decision_id") REFERENCES "public"."decisions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_community_id_statement_id_statements_community_id_id_fk" FOREIGN KEY ("community_id","statement_id") REFERENCES "public"."statements"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_tokens_account_id_purpose_index" ON "account_tokens" USING btree ("account_id","purpose");--> statement-breakpoint
CREATE INDEX "accounts_email_created_at_index" ON "accounts" USING btree ("email","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_owned_email" ON "accounts" USING btree ("email") WHERE "accounts"."email_confirmed_at" is not null;--> statement-breakpoint
CREATE INDEX "known_devices_account_id_index" ON "known_devices" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "mails_created_at_index" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "sessions_account_id_index" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_index" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "communities_name" ON "communities" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "join_requests_one_waiting" ON "join_requests" USING btree ("community_id","account_id") WHERE "join_requests"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "memberships_account_id_index" ON "memberships" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("account_id","id") WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notices_subject" ON "notices" USING btree ("community_id","subject") WHERE "notices"."read_at" is null and "notices"."subject" is not null;--> statement-breakpoint
CREATE INDEX "claims_community_id_debate_id_index" ON "claims" USING btree ("community_id","debate_id");--> statement-breakpoint
CREATE INDEX "debates_community_id_phase_updated_at_index" ON "debates" USING btree ("community_id","phase","updated_at");--> statement-breakpoint
CREATE INDEX "debates_community_id_updated_at_index" ON "debates" USING btree ("community_id","updated_at");--> statement-breakpoint
CREATE INDEX "debates_updated_at_index" ON "debates" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "edges_community_id_debate_id_index" ON "edges" USING btree ("community_id","debate_id");--> statement-breakpoint
CREATE INDEX "edges_community_id_target_id_index" ON "edges" USING btree ("community_id","target_id");--> statement-breakpoint
CREATE INDEX "evidence_community_id_debate_id_index" ON "evidence" USING btree ("community_id","debate_id");--> statement-breakpoint
CREATE INDEX "phase_moves_community_id_debate_id_created_at_index" ON "phase_moves" USING btree ("community_id","debate_id","created_at");--> statement-breakpoint
CREATE INDEX "positions_community_id_debate_id_index" ON "positions" USING btree ("community_id","debate_id");--> statement-breakpoint
CREATE INDEX "relevance_ratings_community_id_debate_id_index" ON "relevance_ratings" USING btree ("community_id","debate_id");--> statement-breakpoint
CREATE INDEX "truth_ratings_community_id_debate_id_index" ON "truth_ratings" USING btree ("community_id","debate_id");--> statement-breakpoint
CREATE INDEX "decisions_community_id_debate_id_index" ON "decisions" USING btree ("community_id","debate_id");--> statement-breakpoint
CREATE INDEX "decisions_status_closes_at_index" ON "decisions" USING btree ("status","closes_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at_index" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "room_events_untold" ON "room_events" USING btree ("id") WHERE "room_events"."seq" is null;--> statement-breakpoint
CREATE INDEX "room_events_created_at_index" ON "room_events" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "response_history_community_id_debate_id_index" ON "response_history" USING btree ("community_id","debate_id");--> statement-breakpoint
CREATE INDEX "responses_community_id_debate_id_participant_id_index" ON "responses" USING btree ("community_id","debate_id","participant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "statements_one_text" ON "statements" USING btree ("community_id","debate_id",md5("text")) WHERE "statements"."source_number" is null and "statements"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "statements_community_id_debate_id_created_at_index" ON "statements" USING btree ("community_id","debate_id","created_at");--> statement-breakpoint
CREATE INDEX "imports_community_id_created_at_index" ON "imports" USING btree ("community_id","created_at");