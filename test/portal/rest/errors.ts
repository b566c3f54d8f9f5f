/** An error the way Bitrix24 answers it. `code` may be empty: old `crm.*` methods do that. */
export class RestError extends Error {
  readonly code: string | number
  readonly status: number
  readonly extra: Record<string, unknown>

  constructor(code: string | number, description: string, status = 400, extra: Record<string, unknown> = {}) {
    super(description)
    this.code = code
    this.status = status
    this.extra = extra
  }

  body(): Record<string, unknown> {
    return { error: this.code, error_description: this.message, ...this.extra }
  }
}

/** Codes, texts and statuses: docs `_includes/system-errors.md`; the 401 rows without a docs line are from b24pysdk. */
export const systemErrors = {
  expiredToken: () => new RestError('expired_token', 'The access token provided has expired.', 401),
  invalidToken: () => new RestError('invalid_token', 'Unable to get application by token', 401),
  noAuth: () => new RestError('NO_AUTH_FOUND', 'Wrong authorization data', 401),
  notInstalled: () => new RestError('ERROR_OAUTH', 'Application not installed', 401),
  userGone: () => new RestError('authorization_error', 'Unable to authorize user', 401),
  invalidCredentials: () => new RestError('INVALID_CREDENTIALS', 'Invalid request credentials', 401),
  paymentRequired: () => new RestError('PAYMENT_REQUIRED', 'Subscription has been ended', 401),
  freePlan: () => new RestError('ACCESS_DENIED', 'REST API is available only on commercial plans.', 403),
  insufficientScope: () =>
    new RestError(
      'insufficient_scope',
      'The request requires higher privileges than provided by the access token',
      403
    ),
  noAppAccess: () => new RestError('user_access_error', 'The user does not have access to the application.', 403),
  wrongAuthType: () =>
    new RestError(
      'WRONG_AUTH_TYPE',
      'Current authorization type is denied for this method Application context required',
      403
    ),
  intranetOnly: () => new RestError('allowed_only_intranet_user', 'Action is allowed only for intranet users', 403),
  accessDenied: () => new RestError('ACCESS_DENIED', 'Access denied.', 403),
  adminOnly: () => new RestError('ACCESS_DENIED', 'Access denied! Admin permissions required', 403),
  methodNotFound: () => new RestError('ERROR_METHOD_NOT_FOUND', 'Method not found!', 404),
  nestedBatch: () => new RestError('ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage', 405),
  batchTooLong: () => new RestError('ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded', 400),
  queryLimit: () => new RestError('QUERY_LIMIT_EXCEEDED', 'Too many requests', 503),
  operationLimit: () => new RestError('OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.', 429),
  overload: () => new RestError('OVERLOAD_LIMIT', 'REST API is blocked due to overload.', 503),
  internal: () => new RestError('INTERNAL_SERVER_ERROR', 'Internal server error', 500),
  portalDeleted: () => new RestError('PORTAL_DELETED', 'Portal was deleted', 500)
}
