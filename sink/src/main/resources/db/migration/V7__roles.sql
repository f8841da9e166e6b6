-- Least privilege, where the migrating user may create roles; docs/store.md says how to do it by hand elsewhere.
-- Neither role can log in: grant them to the users that do.

do $$
declare
    wanted text;
begin
    foreach wanted in array array['reportstream_writer', 'reportstream_reader'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I nologin', wanted);
            exception
                -- Not allowed to, or another database of this server was faster.
                when insufficient_privilege or duplicate_object or unique_violation then null;
            end;
        end if;
    end loop;
end
$$;

do $$
begin
    if exists (select from pg_roles where rolname = 'reportstream_writer') then
        execute format('grant usage on schema %I to reportstream_writer', current_schema());
        grant select, insert, update, delete on report, document, section, metric, rejection, sink_offset, submission
            to reportstream_writer;
        grant select on rejection_state, submission_outcome to reportstream_writer;
        grant select on flyway_schema_history to reportstream_writer;
    end if;
    if exists (select from pg_roles where rolname = 'reportstream_reader') then
        execute format('grant usage on schema %I to reportstream_reader', current_schema());
        -- Not rejection: its payloads are whole reports, refused ones among them. Its views hold none.
        grant select on report, document, section, metric, submission, metric_fact, latest_metric, target_and_outcome,
            document_summary, report_status, rejection_state, submission_outcome, ledger, journey
            to reportstream_reader;
    end if;
end
$$;
