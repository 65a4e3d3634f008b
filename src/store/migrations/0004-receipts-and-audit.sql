-- What would take two questions each, in one: fewer round trips while locks are held.

-- Waits for whoever uses the same key just now, then sees what they left (a new snapshot, as it is volatile).
create function find_receipt(of_tenant uuid, of_person text, of_key text) returns table (digest text, case_id uuid)
language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(of_tenant || ' ' || length(of_person) || ' ' || of_person || of_key, 0));
  return query
    select receipts.digest, receipts.case_id from receipts where tenant_id = of_tenant and person_id = of_person and key = of_key;
end $$;

-- Adds one row to a tenant's chain. Its head stays locked until the transaction ends, so that there is one order.
create function append_audit(
  of_tenant uuid, at timestamptz, actor_tenant_id uuid, actor_id text, action text, outcome text, case_id uuid,
  facts text, details_digest text, salt text, details json
) returns void
language plpgsql volatile as $$
declare
  head audit_heads;
  this_hash text;
begin
  insert into audit_heads values (of_tenant, 1, '')
    on conflict (tenant_id) do update set seq = audit_heads.seq + 1
    returning * into head;
  this_hash := encode(sha256(convert_to(head.hash || head.seq || facts, 'UTF8')), 'hex');
  insert into audit
    values (of_tenant, head.seq, at, actor_tenant_id, actor_id, action, outcome, case_id, details_digest, head.hash, this_hash);
  insert into audit_details values (of_tenant, head.seq, salt, details);
  update audit_heads set hash = this_hash where tenant_id = of_tenant;
end $$;
