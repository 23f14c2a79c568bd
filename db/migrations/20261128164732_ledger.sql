CREATE SEQUENCE "public"."ledger_places" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "ledger_checkpoints" (
	"community_id" uuid NOT NULL,
	"size" bigint NOT NULL,
	"time" timestamp (3) with time zone NOT NULL,
	"note" text NOT NULL,
	"signed_by" text NOT NULL,
	CONSTRAINT "ledger_checkpoints_community_id_size_pk" PRIMARY KEY("community_id","size")
);
--> statement-breakpoint
CREATE TABLE "ledger_cosignatures" (
	"community_id" uuid NOT NULL,
	"size" bigint NOT NULL,
	"verifier_key" text NOT NULL,
	"time" timestamp (3) with time zone NOT NULL,
	"line" text NOT NULL,
	CONSTRAINT "ledger_cosignatures_community_id_size_verifier_key_pk" PRIMARY KEY("community_id","size","verifier_key")
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"community_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"act_id" uuid NOT NULL,
	"leaf_hash" "bytea" NOT NULL,
	CONSTRAINT "ledger_entries_community_id_seq_pk" PRIMARY KEY("community_id","seq"),
	CONSTRAINT "ledger_entries_communityId_actId_unique" UNIQUE("community_id","act_id")
);
--> statement-breakpoint
CREATE TABLE "ledger_nodes" (
	"community_id" uuid NOT NULL,
	"level" smallint NOT NULL,
	"index" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "ledger_nodes_community_id_level_index_pk" PRIMARY KEY("community_id","level","index")
);
--> statement-breakpoint
CREATE TABLE "ledger_queue" (
	"community_id" uuid NOT NULL,
	"place" bigint DEFAULT nextval('ledger_places') NOT NULL,
	"act_id" uuid NOT NULL,
	CONSTRAINT "ledger_queue_community_id_place_pk" PRIMARY KEY("community_id","place")
);
--> statement-breakpoint
CREATE TABLE "ledger_salts" (
	"community_id" uuid NOT NULL,
	"act_id" uuid NOT NULL,
	"field" text NOT NULL,
	"salt" "bytea" NOT NULL,
	"value" text NOT NULL,
	"actor" uuid,
	CONSTRAINT "ledger_salts_community_id_act_id_field_pk" PRIMARY KEY("community_id","act_id","field")
);
--> statement-breakpoint
CREATE TABLE "ledger_witnesses" (
	"community_id" uuid NOT NULL,
	"verifier_key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_witnesses_community_id_verifier_key_pk" PRIMARY KEY("community_id","verifier_key")
);
--> statement-breakpoint
CREATE INDEX "ledger_acts_community_id_kind_index" ON "ledger_acts" USING btree ("community_id","kind");--> statement-breakpoint
CREATE INDEX "ledger_acts_community_id_actor_index" ON "ledger_acts" USING btree ("community_id","actor");--> statement-breakpoint
CREATE INDEX "ledger_acts_community_id_subject_index" ON "ledger_acts" USING btree ("community_id","subject");