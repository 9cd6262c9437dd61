-- The review log; digests of every log that only grows, so that a change behind the product's back is found; mails that wait to be sent.
CREATE TABLE review_entry (
    workspace bigint NOT NULL,
    id bigint NOT NULL,
    subject text NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    done_by text,
    at text NOT NULL,
    PRIMARY KEY (workspace, id)
);

CREATE INDEX review_entry_subject ON review_entry (workspace, subject, id);

-- One line for each row of a log: the digest of its content, and the digest of that and of everything before it.
CREATE TABLE log_seal (
    workspace bigint NOT NULL,
    log text NOT NULL,
    id bigint NOT NULL,
    content text NOT NULL,
    chain text NOT NULL,
    sealed_at text NOT NULL,
    PRIMARY KEY (workspace, log, id)
);

-- How many rows a log has and the newest digest: a tail cut off is missed here.
CREATE TABLE log_head (
    workspace bigint NOT NULL,
    log text NOT NULL,
    sealed bigint NOT NULL,
    last bigint NOT NULL,
    chain text NOT NULL,
    begun_at text NOT NULL,
    PRIMARY KEY (workspace, log)
);

-- Rows whose content was erased on purpose; their digests stay, so the chain still fits.
CREATE TABLE log_erased (
    workspace bigint NOT NULL,
    log text NOT NULL,
    id bigint NOT NULL,
    why text NOT NULL,
    at text NOT NULL,
    PRIMARY KEY (workspace, log, id)
);

CREATE TABLE outbox (
    workspace bigint NOT NULL,
    id text NOT NULL,
    position bigint NOT NULL,
    subject text NOT NULL,
    recipient text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    message_id text NOT NULL,
    made_at text NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'unknown', 'failed')),
    next_ms bigint NOT NULL,
    lease_ms bigint,
    fence bigint NOT NULL,
    attempts bigint NOT NULL,
    ended_at text,
    said text,
    PRIMARY KEY (workspace, id)
);

CREATE INDEX outbox_state ON outbox (workspace, state, next_ms);

--sqlite:CREATE TRIGGER review_entry_stays BEFORE UPDATE ON review_entry BEGIN SELECT RAISE(ABORT, 'the review log never changes'); END;
--sqlite:CREATE TRIGGER log_seal_stays BEFORE UPDATE ON log_seal BEGIN SELECT RAISE(ABORT, 'digests never change'); END;
--sqlite:CREATE TRIGGER log_erased_stays BEFORE UPDATE ON log_erased BEGIN SELECT RAISE(ABORT, 'what was erased stays erased'); END;
--sqlite:CREATE TRIGGER log_head_grows BEFORE UPDATE ON log_head WHEN NEW.sealed < OLD.sealed OR NEW.last < OLD.last OR (NEW.sealed = OLD.sealed AND NEW.chain <> OLD.chain) BEGIN SELECT RAISE(ABORT, 'a log only grows'); END;
--sqlite:CREATE TRIGGER log_seal_kept BEFORE DELETE ON log_seal BEGIN SELECT RAISE(ABORT, 'digests are never deleted'); END;
--sqlite:CREATE TRIGGER log_head_kept BEFORE DELETE ON log_head BEGIN SELECT RAISE(ABORT, 'a log only grows'); END;
--sqlite:CREATE TRIGGER log_erased_kept BEFORE DELETE ON log_erased BEGIN SELECT RAISE(ABORT, 'what was erased stays erased'); END;
--sqlite:CREATE TRIGGER review_entry_kept BEFORE DELETE ON review_entry WHEN NOT EXISTS (SELECT 1 FROM log_erased WHERE workspace = OLD.workspace AND log = 'review' AND id = OLD.id) BEGIN SELECT RAISE(ABORT, 'the review log only grows'); END;
--sqlite:CREATE TRIGGER lead_score_kept BEFORE DELETE ON lead_score WHEN NOT EXISTS (SELECT 1 FROM log_erased WHERE workspace = OLD.workspace AND log = 'score' AND id = OLD.id) BEGIN SELECT RAISE(ABORT, 'score records are never deleted'); END;
--sqlite:CREATE TRIGGER lead_event_kept BEFORE DELETE ON lead_event WHEN NOT EXISTS (SELECT 1 FROM log_erased WHERE workspace = OLD.workspace AND log = 'event' AND id = OLD.id) BEGIN SELECT RAISE(ABORT, 'the decision log only grows'); END;
--sqlite:CREATE TRIGGER lead_answer_kept BEFORE DELETE ON lead_answer WHEN NOT EXISTS (SELECT 1 FROM log_erased WHERE workspace = OLD.workspace AND log = 'answer' AND id = OLD.id) BEGIN SELECT RAISE(ABORT, 'answers are never deleted'); END;
-- INSERT OR REPLACE deletes without asking the triggers above.
--sqlite:CREATE TRIGGER review_entry_once BEFORE INSERT ON review_entry WHEN EXISTS (SELECT 1 FROM review_entry WHERE workspace = NEW.workspace AND id = NEW.id) BEGIN SELECT RAISE(ABORT, 'the review log never changes'); END;
--sqlite:CREATE TRIGGER lead_score_once BEFORE INSERT ON lead_score WHEN EXISTS (SELECT 1 FROM lead_score WHERE workspace = NEW.workspace AND id = NEW.id) BEGIN SELECT RAISE(ABORT, 'score records never change'); END;
--sqlite:CREATE TRIGGER lead_event_once BEFORE INSERT ON lead_event WHEN EXISTS (SELECT 1 FROM lead_event WHERE workspace = NEW.workspace AND id = NEW.id) BEGIN SELECT RAISE(ABORT, 'the decision log never changes'); END;
--sqlite:CREATE TRIGGER lead_answer_once BEFORE INSERT ON lead_answer WHEN EXISTS (SELECT 1 FROM lead_answer WHERE workspace = NEW.workspace AND id = NEW.id) BEGIN SELECT RAISE(ABORT, 'answers never change'); END;
--sqlite:CREATE TRIGGER log_seal_once BEFORE INSERT ON log_seal WHEN EXISTS (SELECT 1 FROM log_seal WHERE workspace = NEW.workspace AND log = NEW.log AND id = NEW.id) BEGIN SELECT RAISE(ABORT, 'digests never change'); END;
--sqlite:CREATE TRIGGER log_head_once BEFORE INSERT ON log_head WHEN EXISTS (SELECT 1 FROM log_head WHERE workspace = NEW.workspace AND log = NEW.log) BEGIN SELECT RAISE(ABORT, 'a log only grows'); END;
--postgres:CREATE FUNCTION log_row_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'logs never change and only grow'; END $$;
--postgres:CREATE FUNCTION log_row_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM log_erased WHERE workspace = OLD.workspace AND log = TG_ARGV[0] AND id = OLD.id) THEN RETURN OLD; END IF; RAISE EXCEPTION 'logs only grow: never deleted'; END $$;
--postgres:CREATE FUNCTION log_head_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.sealed < OLD.sealed OR NEW.last < OLD.last OR (NEW.sealed = OLD.sealed AND NEW.chain <> OLD.chain) THEN RAISE EXCEPTION 'a log only grows'; END IF; RETURN NEW; END $$;
--postgres:CREATE TRIGGER review_entry_stays BEFORE UPDATE ON review_entry FOR EACH ROW EXECUTE FUNCTION log_row_stays();
--postgres:CREATE TRIGGER log_seal_stays BEFORE UPDATE OR DELETE ON log_seal FOR EACH ROW EXECUTE FUNCTION log_row_stays();
--postgres:CREATE TRIGGER log_erased_stays BEFORE UPDATE OR DELETE ON log_erased FOR EACH ROW EXECUTE FUNCTION log_row_stays();
--postgres:CREATE TRIGGER log_head_grows BEFORE UPDATE ON log_head FOR EACH ROW EXECUTE FUNCTION log_head_grows();
--postgres:CREATE TRIGGER log_head_kept BEFORE DELETE ON log_head FOR EACH ROW EXECUTE FUNCTION log_row_stays();
--postgres:CREATE TRIGGER review_entry_kept BEFORE DELETE ON review_entry FOR EACH ROW EXECUTE FUNCTION log_row_kept('review');
--postgres:CREATE TRIGGER lead_score_kept BEFORE DELETE ON lead_score FOR EACH ROW EXECUTE FUNCTION log_row_kept('score');
--postgres:CREATE TRIGGER lead_event_kept BEFORE DELETE ON lead_event FOR EACH ROW EXECUTE FUNCTION log_row_kept('event');
--postgres:CREATE TRIGGER lead_answer_kept BEFORE DELETE ON lead_answer FOR EACH ROW EXECUTE FUNCTION log_row_kept('answer');
--postgres:CREATE TRIGGER review_entry_whole BEFORE TRUNCATE ON review_entry FOR EACH STATEMENT EXECUTE FUNCTION log_row_stays();
--postgres:CREATE TRIGGER lead_score_whole BEFORE TRUNCATE ON lead_score FOR EACH STATEMENT EXECUTE FUNCTION log_row_stays();
--postgres:CREATE TRIGGER lead_event_whole BEFORE TRUNCATE ON lead_event FOR EACH STATEMENT EXECUTE FUNCTION log_row_stays();
--postgres:CREATE TRIGGER lead_answer_whole BEFORE TRUNCATE ON lead_answer FOR EACH STATEMENT EXECUTE FUNCTION log_row_stays();
--postgres:CREATE TRIGGER log_seal_whole BEFORE TRUNCATE ON log_seal FOR EACH STATEMENT EXECUTE FUNCTION log_row_stays();
--postgres:CREATE TRIGGER log_head_whole BEFORE TRUNCATE ON log_head FOR EACH STATEMENT EXECUTE FUNCTION log_row_stays();
--postgres:CREATE TRIGGER log_erased_whole BEFORE TRUNCATE ON log_erased FOR EACH STATEMENT EXECUTE FUNCTION log_row_stays();
