CREATE TABLE "curated" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"values" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "curated_community_id_debate_id_kind_subject_id_pk" PRIMARY KEY("community_id","debate_id","kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "curation_changes" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"before" text[] NOT NULL,
	"after" text[] NOT NULL,
	"about_id" uuid,
	"actor_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by_id" uuid,
	CONSTRAINT "curation_changes_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "summaries" (
	"community_id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"restores" integer,
	"author_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "summaries_community_id_debate_id_version_pk" PRIMARY KEY("community_id","debate_id","version")
);
--> statement-breakpoint
ALTER TABLE "curated" ADD CONSTRAINT "curated_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "curation_changes" ADD CONSTRAINT "curation_changes_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "curation_changes_community_id_debate_id_created_at_index" ON "curation_changes" USING btree ("community_id","debate_id","created_at");