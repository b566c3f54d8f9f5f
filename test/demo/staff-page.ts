import { html, type Html } from '../portal/frame/html.ts'
import { page } from './page.ts'

/** Filled and driven by browser/staff.js. */
export function staffPage(): string {
  const body = html`<header class="hero">
      <div class="wide">
        <p class="eyebrow"><a href="/">Demo</a></p>
        <h1>Staff’s page</h1>
        <p class="lead">
          Stands for the tools of Bitrix24’s staff. Every button sends one webhook, signed as Standard Webhooks lay
          down.
        </p>
      </div>
    </header>
    <main class="wide desk">
      <div>${requestForm()} ${lists()} ${purchaseForm()}</div>
      <aside class="card">
        <h2>What the app answered</h2>
        <div class="answers" id="answers" role="log" aria-label="Answers">
          <p class="soft">Nothing sent yet.</p>
        </div>
      </aside>
    </main>`
  return page({ title: 'Staff’s page', script: 'staff.js', body })
}

function requestForm(): Html {
  return html`<form class="card" id="request">
    <h2 id="form-title">Push a request</h2>
    <p class="buttons">
      <label
        >Country
        <select id="country" name="country"></select
      ></label>
      <button type="button" id="another">Another example</button>
      <button class="is-main" id="push">Push request</button>
      <button type="button" id="fresh" hidden>Leave the update, write a new one</button>
    </p>
    <input type="hidden" name="externalId" />
    <div class="fields">
      ${field('summary', 'Summary', 'is-full')}
      <label class="is-full">Description <textarea name="description"></textarea></label>
      <div class="is-full">
        <p class="soft">Services</p>
        <div class="chips" id="services"></div>
      </div>
      ${field('subdivision', 'Subdivision (ISO 3166-2)')} ${field('city', 'City')} ${field('languages', 'Languages')}
      ${field('users', 'Users', '', 'number')} ${field('amount', 'Budget', '', 'number')}
      ${field('currency', 'Currency')} ${field('timeframe', 'Timeframe')} ${field('edition', 'Edition')}
      ${field('industry', 'Industry')} ${field('role', 'Role of the contact')} ${field('companySize', 'Company size')}
      ${field('maxPartners', 'Places (1–5)', '', 'number')}
      <p class="is-full soft">The contact: no partner sees it before it has reserved.</p>
      ${field('name', 'Name', 'is-half')} ${field('company', 'Company', 'is-half')}
      ${field('phone', 'Phone', 'is-half')} ${field('email', 'E-mail', 'is-half')}
      <label class="check is-full"
        ><input type="checkbox" name="consent" checked /> The client agrees that partners get the contact (without it
        the request is held)</label
      >
    </div>
  </form>`
}

function field(name: string, label: string, look = '', type = 'text'): Html {
  return html`<label class="${look}">${label} <input name="${name}" type="${type}" autocomplete="off" /></label>`
}

function lists(): Html {
  return html`<section class="card spaced">
      <h2>Pushed requests</h2>
      <div class="rows" id="requests"></div>
    </section>
    <section class="card spaced">
      <h2>Partners</h2>
      <div id="partners"></div>
    </section>`
}

function purchaseForm(): Html {
  return html`<form class="card spaced" id="purchase">
    <h2>Record a purchase</h2>
    <p class="soft">Confirms a win, or refutes it when the purchase was reversed.</p>
    <div class="fields">
      <label class="is-half"
        >Partner
        <select name="partnerCode" id="purchase-partner"></select
      ></label>
      <label class="is-half"
        >Request
        <select name="requestExternalId" id="purchase-request"></select
      ></label>
      ${field('proof', 'Proof (key, order, portal)')} ${field('amount', 'Amount', '', 'number')}
      ${field('currency', 'Currency')}
      <label class="check is-full"><input type="checkbox" name="reversed" /> reversed</label>
    </div>
    <p class="buttons"><button class="is-main">Record purchase</button></p>
  </form>`
}
