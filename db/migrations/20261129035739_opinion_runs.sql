CREATE TABLE "opinion_people" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"people" "bytea" NOT NULL,
	"groups" "bytea" NOT NULL,
	CONSTRAINT "opinion_people_community_id_debate_id_pk" PRIMARY KEY("community_id","debate_id")
);
--> statement-breakpoint
CREATE TABLE "opinion_runs" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"computed_at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"algorithm" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"input_hash" text NOT NULL,
	"fingerprint" text NOT NULL,
	"history_id" bigint NOT NULL,
	"people" integer NOT NULL,
	"people_in" integer NOT NULL,
	"responses" integer NOT NULL,
	"is_settled" boolean NOT NULL,
	"groups" jsonb NOT NULL,
	"statement_ids" uuid[] NOT NULL,
	"map" jsonb NOT NULL,
	"compass" jsonb NOT NULL,
	"record" "bytea" NOT NULL,
	CONSTRAINT "opinion_runs_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "opinion_people" ADD CONSTRAINT "opinion_people_community_id_run_id_opinion_runs_community_id_id_fk" FOREIGN KEY ("community_id","run_id") REFERENCES "public"."opinion_runs"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_runs" ADD CONSTRAINT "opinion_runs_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "opinion_runs_community_id_debate_id_computed_at_index" ON "opinion_runs" USING btree ("community_id","debate_id","computed_at");