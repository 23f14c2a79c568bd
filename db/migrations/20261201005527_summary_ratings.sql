CREATE TABLE "summary_ratings" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"participant_id" uuid NOT NULL,
	"rating" text NOT NULL,
	"rated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "summary_ratings_community_id_debate_id_version_participant_id_pk" PRIMARY KEY("community_id","debate_id","version","participant_id")
);
--> statement-breakpoint
ALTER TABLE "summary_ratings" ADD CONSTRAINT "summary_ratings_community_id_debate_id_version_summaries_community_id_debate_id_version_fk" FOREIGN KEY ("community_id","debate_id","version") REFERENCES "public"."summaries"("community_id","debate_id","version") ON DELETE no action ON UPDATE no action;