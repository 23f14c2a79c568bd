CREATE TABLE "dispute_settings" (
	"community_id" uuid PRIMARY KEY NOT NULL,
	"statements_hours" integer NOT NULL,
	"drawing_hours" integer NOT NULL,
	"deliberation_hours" integer NOT NULL,
	"voting_hours" integer NOT NULL,
	"revealing_hours" integer NOT NULL,
	"signatures_percent" integer NOT NULL,
	"suspends_decisions" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dispute_signatures" (
	"community_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dispute_signatures_community_id_dispute_id_participant_id_pk" PRIMARY KEY("community_id","dispute_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "dispute_statements" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"level" integer NOT NULL,
	"side" text NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dispute_statements_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"about" text,
	"subject_title" text,
	"debate_id" uuid,
	"rule_number" integer,
	"claimant_id" uuid NOT NULL,
	"respondent_id" uuid,
	"mediator_id" uuid,
	"claimant_mediator_id" uuid,
	"respondent_mediator_id" uuid,
	"claimant_closed" boolean DEFAULT false NOT NULL,
	"respondent_closed" boolean DEFAULT false NOT NULL,
	"grounds" text NOT NULL,
	"remedy" text,
	"stage" text NOT NULL,
	"level" integer DEFAULT 1 NOT NULL,
	"due_at" timestamp (3) with time zone,
	"wake_at" timestamp (3) with time zone,
	"appeal_until" timestamp (3) with time zone,
	"times" jsonb NOT NULL,
	"is_suspended" boolean DEFAULT false NOT NULL,
	"choice" text,
	"decision_id" uuid,
	"decision_debate_id" uuid,
	"decision_choices" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "disputes_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "draw_nonces" (
	"community_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"level" integer NOT NULL,
	"party" text NOT NULL,
	"participant_id" uuid,
	"commitment" text NOT NULL,
	"nonce" text,
	"committed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draw_nonces_community_id_dispute_id_level_party_pk" PRIMARY KEY("community_id","dispute_id","level","party")
);
--> statement-breakpoint
CREATE TABLE "juries" (
	"community_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"level" integer NOT NULL,
	"wanted_seats" integer NOT NULL,
	"seats" integer,
	"pool_size" integer,
	"draw" jsonb,
	"appeal_on" text,
	"appeal_grounds" text,
	"appealed_by_id" uuid,
	"ruling" jsonb,
	"ruled_at" timestamp (3) with time zone,
	CONSTRAINT "juries_community_id_dispute_id_level_pk" PRIMARY KEY("community_id","dispute_id","level")
);
--> statement-breakpoint
CREATE TABLE "jurors" (
	"community_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"level" integer NOT NULL,
	"participant_id" uuid NOT NULL,
	"pseudonym" text NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"came_for" text,
	"invited_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp (3) with time zone,
	"declaration" text,
	"commitment" text,
	"choice" text,
	"reason" text,
	"voted_at" timestamp (3) with time zone,
	CONSTRAINT "jurors_community_id_dispute_id_level_participant_id_pk" PRIMARY KEY("community_id","dispute_id","level","participant_id")
);
--> statement-breakpoint
CREATE TABLE "jury_duties" (
	"community_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "jury_duties_community_id_participant_id_pk" PRIMARY KEY("community_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "jury_messages" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"level" integer NOT NULL,
	"kind" text NOT NULL,
	"author_id" uuid NOT NULL,
	"side" text,
	"question_id" uuid,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "jury_messages_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "jury_pool" (
	"community_id" uuid NOT NULL,
	"dispute_id" uuid NOT NULL,
	"level" integer NOT NULL,
	"participant_id" uuid NOT NULL,
	"pseudonym" text NOT NULL,
	"salt" text NOT NULL,
	CONSTRAINT "jury_pool_community_id_dispute_id_level_participant_id_pk" PRIMARY KEY("community_id","dispute_id","level","participant_id"),
	CONSTRAINT "jury_pool_communityId_disputeId_level_pseudonym_unique" UNIQUE("community_id","dispute_id","level","pseudonym")
);
--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "suspended_for" uuid;--> statement-breakpoint
ALTER TABLE "dispute_settings" ADD CONSTRAINT "dispute_settings_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_signatures" ADD CONSTRAINT "dispute_signatures_community_id_dispute_id_disputes_community_id_id_fk" FOREIGN KEY ("community_id","dispute_id") REFERENCES "public"."disputes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_statements" ADD CONSTRAINT "dispute_statements_community_id_dispute_id_disputes_community_id_id_fk" FOREIGN KEY ("community_id","dispute_id") REFERENCES "public"."disputes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_nonces" ADD CONSTRAINT "draw_nonces_community_id_dispute_id_disputes_community_id_id_fk" FOREIGN KEY ("community_id","dispute_id") REFERENCES "public"."disputes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "juries" ADD CONSTRAINT "juries_community_id_dispute_id_disputes_community_id_id_fk" FOREIGN KEY ("community_id","dispute_id") REFERENCES "public"."disputes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurors" ADD CONSTRAINT "jurors_community_id_dispute_id_disputes_community_id_id_fk" FOREIGN KEY ("community_id","dispute_id") REFERENCES "public"."disputes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_duties" ADD CONSTRAINT "jury_duties_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_messages" ADD CONSTRAINT "jury_messages_community_id_dispute_id_disputes_community_id_id_fk" FOREIGN KEY ("community_id","dispute_id") REFERENCES "public"."disputes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_pool" ADD CONSTRAINT "jury_pool_community_id_dispute_id_disputes_community_id_id_fk" FOREIGN KEY ("community_id","dispute_id") REFERENCES "public"."disputes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dispute_statements_community_id_dispute_id_index" ON "dispute_statements" USING btree ("community_id","dispute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_one_of_action" ON "disputes" USING btree ("community_id","subject_id") WHERE "disputes"."kind" = 'action';--> statement-breakpoint
CREATE INDEX "disputes_community_id_stage_index" ON "disputes" USING btree ("community_id","stage");--> statement-breakpoint
CREATE INDEX "disputes_community_id_rule_number_index" ON "disputes" USING btree ("community_id","rule_number");--> statement-breakpoint
CREATE INDEX "disputes_due" ON "disputes" USING btree ("wake_at") WHERE "disputes"."wake_at" is not null;--> statement-breakpoint
CREATE INDEX "disputes_likeness" ON "disputes" USING gin ((case when "grounds" ~ '[぀-ヿ㐀-䶿一-鿿豈-﫿]'
    then regexp_replace("grounds", '([぀-ヿ㐀-䶿一-鿿豈-﫿]{2})', ' \1 ', 'g') || ' ' || regexp_replace(regexp_replace("grounds", '(^|[^぀-ヿ㐀-䶿一-鿿豈-﫿])[぀-ヿ㐀-䶿一-鿿豈-﫿]', '\1', 'g'), '([぀-ヿ㐀-䶿一-鿿豈-﫿]{2})', ' \1 ', 'g')
    else "grounds" end) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "jurors_community_id_participant_id_index" ON "jurors" USING btree ("community_id","participant_id");--> statement-breakpoint
CREATE INDEX "jury_messages_community_id_dispute_id_index" ON "jury_messages" USING btree ("community_id","dispute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "jury_messages_one_question" ON "jury_messages" USING btree ("community_id","dispute_id","level","author_id") WHERE "jury_messages"."kind" = 'question';--> statement-breakpoint
CREATE UNIQUE INDEX "jury_messages_one_answer" ON "jury_messages" USING btree ("community_id","question_id","side") WHERE "jury_messages"."kind" = 'answer';