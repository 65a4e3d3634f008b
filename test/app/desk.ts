import type { CaseAsk, CaseRequest } from '../../src/app/cases/asked.ts';
import { execute } from '../../src/app/cases/execute.ts';
import { openCase } from '../../src/app/cases/open-case.ts';
import { caseFor } from '../../src/app/cases/queries.ts';
import type { Deps } from '../../src/app/deps.ts';
import { upload } from '../../src/app/files/uploads.ts';
import { principalOf } from '../../src/app/people/people.ts';
import { tenantGate } from '../../src/app/tenants/gate.ts';
import type { CaseView } from '../../src/app/views.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import type { FormInput } from '../../src/domain/catalogue/field.ts';
import type { Refusal } from '../../src/domain/errors.ts';
import type { Result } from '../../src/domain/result.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { sampleDirectory } from '../../src/local/directory.ts';
import { operator, sampleOrganisations } from '../../src/local/organisations.ts';
import type { OpenStore } from '../../src/store/open.ts';

/** The use cases over a real store, with the sample organisations' people. */
export function deskOver({ store, blobs }: Pick<OpenStore, 'store' | 'blobs'>, more: Partial<Deps> = {}) {
  const deps: Deps = {
    ...{ store, blobs, directory: sampleDirectory(), settings: defaultSettings, now: () => new Date().toISOString() },
    gate: tenantGate({ tenants: store.tenants, operatorTenantId: operator.id, admission: 'open' }),
    ...more,
  };
  const someone = async (givenName: string): Promise<Principal> => {
    for (const { id, people } of sampleOrganisations) {
      const found = people.find((p) => p.givenName === givenName);
      const principal = found && (await principalOf(deps, id, found.id));
      if (principal) return principal;
    }
    throw new Error(`no sample person is called ${givenName}`);
  };
  const view = async (by: Principal, result: Result<{ caseId: string }, Refusal>): Promise<CaseView> =>
    granted(await caseFor(deps, by, { id: granted(result).caseId }));
  return {
    deps,
    someone,
    async open(by: Principal, input: FormInput = {}, caseType = 'otherQuestion', key: string = crypto.randomUUID()): Promise<CaseView> {
      const asked = { title: 'A question', description: 'Which numbers?', country: 'FR', ...input };
      return view(by, await openCase(deps, by, { caseType, input: asked, onBehalfOf: null, once: { key } }));
    },
    /** Does it on the version the person sees now, unless told another. */
    async act(by: Principal, caseId: string, request: CaseAsk & Partial<Pick<CaseRequest, 'version' | 'key'>>) {
      const seen = await caseFor(deps, by, { id: caseId });
      return execute(deps, by, { caseId, version: seen.ok ? seen.value.version : 0, key: crypto.randomUUID(), ...request });
    },
    see: async (by: Principal, caseId: string): Promise<CaseView> => granted(await caseFor(deps, by, { id: caseId })),
    async file(by: Principal, name: string, content: string, caseId: string | null = null): Promise<string> {
      const bytes = (async function* () {
        yield new TextEncoder().encode(content);
      })();
      return granted(await upload(deps, by, { name, content: bytes, caseId })).id;
    },
  };
}

/** The value, or the refusal thrown: for steps of a test that have to succeed. */
export function granted<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
