import { TOKEN_MARK } from '../accounts/secrets.ts';
import { html } from './html.ts';

const EXAMPLE = `curl --header 'Authorization: Bearer ${TOKEN_MARK}…' \\
  https://your-service.example/api/contact-points`;

const PROBLEM = `{
  "defined": true,
  "code": "VILLAGE_NOT_FOUND",
  "status": 404,
  "message": "VILLAGE_NOT_FOUND"
}`;

const AGAIN = `curl --request PUT --header 'Content-Type: application/json' \\
  --cookie "$SESSION" --data @visit.json \\
  https://your-service.example/api/visits/0190b2a0-0000-7000-8000-000000000001`;

/** What an integrator has to know before the first request. */
export const introduction = html`<section>
    <h2>A token for your program</h2>
    <ol>
      <li>
        Ask the administrator of your place for a token. They make it under Accounts, or with
        <a href="#route-createToken"><code>POST /tokens</code></a
        >: a name, the role office or auditor, places, and the days until it ends.
      </li>
      <li>
        The secret begins with <code>${TOKEN_MARK}</code> and is shown once. The service keeps only its
        digest: who loses it asks for another.
      </li>
      <li>Send it with each request:</li>
    </ol>
    <pre><code>${EXAMPLE}</code></pre>
    <p>
      A token reads what its role may read within its places, and does nothing else: it records no visit,
      reviews none, and unmasks no identifier. An auditor’s token gets no name and no one’s own words. Opening
      a household’s record with a token is written down like any other look.
    </p>
    <p>When the token is revoked or has ended, the next request is answered 401 <code>UNAUTHORIZED</code>.</p>
  </section>
  <section>
    <h2>What holds everywhere</h2>
    <ul>
      <li>
        JSON in UTF-8, both ways. A body is <code>application/json</code>, an object, two million bytes at
        most. Fields that a route does not know are refused.
      </li>
      <li>
        Days are <code>YYYY-MM-DD</code> in China; instants are ISO 8601 in UTC. Money is yuan, area is mu; a
        figure says its unit.
      </li>
      <li>
        Unknown is a value of its own: <code>unknown</code> or null, never 0 or no. <code>withheld</code> is
        known, but not to your role.
      </li>
      <li>What lies outside your places is answered as if it did not exist.</li>
      <li>A reading is never overwritten. A correction supersedes it, and both stay.</li>
    </ul>
    <p>
      A refusal looks like this. Only <code>code</code> and <code>status</code> are promised;
      <code>data</code> names the field where there is one.
    </p>
    <pre><code>${PROBLEM}</code></pre>
  </section>
  <section>
    <h2>Sending again is safe</h2>
    <p>
      Whoever makes a visit, a correction or a review makes its id, best a UUID of version 7. Without an
      answer, send the same again: what is there already is answered as before, and nothing is written twice.
      Another content under the same id is refused with 409.
    </p>
    <pre><code>${AGAIN}</code></pre>
  </section>`;
