CREATE TABLE "debate_paces" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"slow_seconds" integer NOT NULL,
	"is_locked" boolean NOT NULL,
	CONSTRAINT "debate_paces_community_id_debate_id_pk" PRIMARY KEY("community_id","debate_id")
);
--> statement-breakpoint
CREATE TABLE "moderation_settings" (
	"community_id" uuid PRIMARY KEY NOT NULL,
	"flag_threshold" integer NOT NULL,
	"flag_age_days" integer NOT NULL,
	"deadline_hours" jsonb NOT NULL,
	"hold_first_posts" integer NOT NULL,
	"limited_posts_per_hour" integer NOT NULL,
	"watched_words" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"community_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "postings_community_id_participant_id_subject_id_pk" PRIMARY KEY("community_id","participant_id","subject_id")
);
--> statement-breakpoint
ALTER TABLE "debate_paces" ADD CONSTRAINT "debate_paces_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_settings" ADD CONSTRAINT "moderation_settings_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "postings_community_id_participant_id_created_at_index" ON "postings" USING btree ("community_id","participant_id","created_at");