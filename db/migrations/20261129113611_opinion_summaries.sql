CREATE TABLE "opinion_summaries" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"model" text NOT NULL,
	"sent_hash" text NOT NULL,
	"sentences" jsonb NOT NULL,
	"dropped" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opinion_summaries_community_id_run_id_pk" PRIMARY KEY("community_id","run_id")
);
--> statement-breakpoint
ALTER TABLE "opinion_summaries" ADD CONSTRAINT "opinion_summaries_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;