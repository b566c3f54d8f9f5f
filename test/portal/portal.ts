import { randomCode, randomHex } from './secrets.ts'
import { CrmRights } from './crm/rights.ts'
import { CrmStore } from './crm/crm-store.ts'
import { EventQueue } from './events/event-queue.ts'
import { type EventOptions, sendToApp, sendToOutboundWebhooks } from './events/event-sender.ts'
import { PortalByHand } from './portal-by-hand.ts'
import { Installation } from './installation.ts'
import { InstallationLife, type UpdateOptions } from './installation-life.ts'
import { Notifications } from './notifications.ts'
import { makeForm, type OpenedApp, type OpenOptions, postForm } from './opened-app.ts'
import type { CrmMode, Plan, PortalOptions, UserSpec } from './options.ts'
import { Person } from './person.ts'
import type { Params } from './php.ts'
import { runRobot, sendRobotWebhook } from './robots.ts'
import { PortalServer } from './portal-server.ts'
import { Faults } from './rest/faults.ts'
import { OperatingBudget, RateBucket } from './rest/limits.ts'
import { RequestLog } from './rest/request-log.ts'
import type { TokenRecord } from './tokens.ts'
import { makeUser, makeUsers, type PortalUser } from './users.ts'
import type { KnownApp, World } from './world.ts'

/** One Bitrix24 account: its users, CRM, REST, event queue and the pages that people open. */
export class EmulatedPortal extends PortalByHand {
  readonly world: World
  readonly name: string
  readonly memberId: string
  readonly lang: string
  readonly timeZone: string
  readonly currencies: string[]
  readonly onPremise: boolean
  readonly users: PortalUser[]
  readonly crm: CrmStore
  readonly rights = new CrmRights()
  readonly events: EventQueue
  readonly faults = new Faults()
  readonly requests = new RequestLog()
  readonly rate: RateBucket
  readonly operating: OperatingBudget
  readonly notifications = new Notifications()
  readonly missingMethods = new Set<string>()
  readonly person: Person
  readonly life: InstallationLife
  installation: Installation
  plan: Plan
  limits: boolean
  isDeleted = false
  readonly #server: PortalServer
  #appAccess: Set<number> | null = null

  constructor(world: World, options: PortalOptions) {
    super()
    this.world = world
    this.name = options.name
    this.memberId = options.memberId ?? randomHex()
    this.lang = options.lang ?? 'en'
    this.timeZone = options.timeZone ?? 'Europe/Berlin'
    this.currencies = options.currencies ?? ['EUR', 'USD']
    this.onPremise = options.onPremise ?? false
    this.limits = options.limits ?? true
    this.plan = options.plan ?? (options.enterprise ? 'enterprise' : 'professional')
    this.users = makeUsers(options.users, this.lang)
    this.events = new EventQueue(world.clock)
    this.rate = new RateBucket(world.clock, this.plan === 'enterprise')
    this.operating = new OperatingBudget(world.clock)
    if (this.onPremise) this.operating.limitSeconds = Number.POSITIVE_INFINITY
    this.crm = new CrmStore(
      {
        timeZone: this.timeZone,
        currencies: this.currencies,
        lang: this.lang,
        now: () => this.now(),
        emit: (event, fields, by) => this.fire(event, { FIELDS: fields }, { by })
      },
      options.crmMode ?? 'classic'
    )
    this.person = new Person(this)
    this.installation = new Installation(world.app.version)
    this.life = new InstallationLife(this)
    this.#server = new PortalServer(this)
  }

  listen(port = 0): Promise<void> {
    return this.#server.listen(port)
  }

  now(): number {
    return this.world.clock()
  }

  get app(): KnownApp {
    return this.world.app
  }

  get appTitle(): string {
    return this.app.titles[this.lang] ?? this.app.title
  }

  get domain(): string {
    return this.#server.domain
  }

  get origin(): string {
    return `http://${this.domain}`
  }

  /** `client_endpoint` */
  get endpoint(): string {
    return `${this.origin}/rest/`
  }

  get grantedScopes(): string[] {
    return this.app.scope
  }

  user(id: number): PortalUser {
    const user = this.users.find((candidate) => candidate.id === id)
    if (!user) throw new Error(`${this.name} has no user ${id}`)
    return user
  }

  addUser(spec: UserSpec = {}): PortalUser {
    const id = spec.id ?? Math.max(0, ...this.users.map((user) => user.id)) + 1
    const user = makeUser({ ...spec, id }, this.lang)
    this.users.push(user)
    return user
  }

  issueToken(userId = 1): { accessToken: string; refreshToken: string } {
    const { accessToken, refreshToken } = this.issueRecord(userId, true)
    return { accessToken, refreshToken: refreshToken ?? '' }
  }

  issueRecord(userId: number, withRefresh: boolean): TokenRecord {
    return this.world.tokens.issue({ memberId: this.memberId, userId, clientId: this.app.clientId }, withRefresh)
  }

  mayUseApp(userId: number): boolean {
    return this.#appAccess === null || this.#appAccess.has(userId) || this.user(userId).isAdmin
  }

  // the application's life
  openInstaller(userId = 1, options?: { newApplicationToken?: boolean }): Promise<OpenedApp> {
    return this.life.openInstaller(userId, options)
  }

  openApp(userId = 1, options: OpenOptions = {}): Promise<OpenedApp> {
    return postForm(this, makeForm(this, this.user(userId), options))
  }

  installFinish(): void {
    this.life.finish()
  }

  async completeInstallation(): Promise<void> {
    this.life.finish()
    await this.settled()
  }

  update(version: number, options?: UpdateOptions): Promise<void> {
    return this.life.update(version, options)
  }

  uninstall(options: { clean?: boolean } = {}): Promise<void> {
    return this.life.uninstall(options.clean ?? false)
  }

  // events
  fire(event: string, data: Params, options: EventOptions = {}): void {
    sendToApp(this, event.toUpperCase(), data, options)
    sendToOutboundWebhooks(this, event.toUpperCase(), data)
  }

  /** The robot "Outgoing webhook" of somebody's automation. */
  sendRobotWebhook(url: string, entityTypeId: number, id: number): void {
    sendRobotWebhook(this, url, entityTypeId, id)
  }

  /** A robot of the application; returns its event token. */
  runRobot(code: string, entityTypeId: number, id: number, properties?: Params): string {
    return runRobot(this, code, entityTypeId, id, properties)
  }

  settled(): Promise<void> {
    return this.events.settled()
  }

  // what administrators and time do to a portal
  dismiss(userId: number): void {
    this.user(userId).active = false
    this.world.tokens.revokeUser(this.memberId, userId)
  }

  setAppAccess(userIds: number[] | null): void {
    this.#appAccess = userIds === null ? null : new Set(userIds)
  }

  setCrmMode(mode: CrmMode): void {
    this.crm.mode = mode
  }

  setPlan(plan: Plan): void {
    this.plan = plan
    this.rate.setEnterprise(plan === 'enterprise')
  }

  delete(): void {
    this.isDeleted = true
    this.world.tokens.revokePortal(this.memberId)
  }

  /** The portal moves; its old address answers 302 with the new one. */
  rename(options: { host?: '127.0.0.1' | 'localhost'; port?: number } = {}): Promise<void> {
    return this.#server.rename(options)
  }

  createInboundWebhook(userId: number, scopes: string[]): string {
    const code = randomCode()
    this.inboundWebhooks.push({ userId, code, scopes })
    return `${this.endpoint}${userId}/${code}/`
  }

  async stop(): Promise<void> {
    this.stopLateWrites()
    this.events.stop()
    await this.#server.close()
  }
}
