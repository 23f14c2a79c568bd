CREATE TABLE "definition_agreements" (
	"community_id" uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"agreed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "definition_agreements_community_id_definition_id_participant_id_pk" PRIMARY KEY("community_id","definition_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "definitions" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"term" text NOT NULL,
	"text" text NOT NULL,
	"author_id" uuid NOT NULL,
	"editor_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "definitions_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "definition_agreements" ADD CONSTRAINT "definition_agreements_community_id_definition_id_definitions_community_id_id_fk" FOREIGN KEY ("community_id","definition_id") REFERENCES "public"."definitions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definitions" ADD CONSTRAINT "definitions_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "definitions_community_id_debate_id_index" ON "definitions" USING btree ("community_id","debate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "definitions_term" ON "definitions" USING btree ("community_id","debate_id",lower("term")) WHERE "definitions"."withdrawn_at" is null;