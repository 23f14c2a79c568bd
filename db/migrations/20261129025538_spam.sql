CREATE TABLE "spam_examples" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject_id" uuid,
	"is_spam" boolean NOT NULL,
	"words" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "spam_examples_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "spam_sketches" (
	"community_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"sketch" integer[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "spam_sketches_community_id_subject_id_pk" PRIMARY KEY("community_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "solved_puzzles" (
	"challenge" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "debates" ADD COLUMN "visitor_proof_bits" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "moderation_actions" ADD COLUMN "is_spam" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "moderation_items" ADD COLUMN "spam" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "moderation_settings" ADD COLUMN "spam" jsonb DEFAULT '{"effect":"advice","links":3,"percent":90,"repeatHours":24}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "spam_examples" ADD CONSTRAINT "spam_examples_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "spam_examples_community_id_subject_id_index" ON "spam_examples" USING btree ("community_id","subject_id");--> statement-breakpoint
CREATE INDEX "spam_sketches_community_id_created_at_index" ON "spam_sketches" USING btree ("community_id","created_at");--> statement-breakpoint
CREATE INDEX "spam_sketches_created_at_index" ON "spam_sketches" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "solved_puzzles_expires_at_index" ON "solved_puzzles" USING btree ("expires_at");