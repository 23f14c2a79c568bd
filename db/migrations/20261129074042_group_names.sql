CREATE TABLE "group_name_votes" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"name_id" uuid,
	"former_name_id" uuid,
	"cast_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_name_votes_community_id_debate_id_participant_id_pk" PRIMARY KEY("community_id","debate_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "group_names" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group_number" integer NOT NULL,
	"text" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"moderation" jsonb,
	CONSTRAINT "group_names_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "content_states" ALTER COLUMN "author_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "group_name_votes" ADD CONSTRAINT "group_name_votes_community_id_name_id_group_names_community_id_id_fk" FOREIGN KEY ("community_id","name_id") REFERENCES "public"."group_names"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_names" ADD CONSTRAINT "group_names_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "group_names_one_text" ON "group_names" USING btree ("community_id","debate_id","group_number",lower("text")) WHERE "group_names"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "group_names_community_id_debate_id_created_at_index" ON "group_names" USING btree ("community_id","debate_id","created_at");