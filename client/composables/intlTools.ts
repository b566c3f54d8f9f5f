const made = new Map<string, unknown>()

/** A tool of `Intl`, made when it is first needed: each costs a slow processor a millisecond, and every card wants many. */
export function intlTool<Tool, Options>(
  Tool: new (tag: string, options: Options) => Tool,
  tag: string,
  options: Options
): Tool {
  const key = `${Tool.name} ${tag} ${JSON.stringify(options)}`
  const known = made.get(key) as Tool | undefined
  if (known) return known
  const tool = new Tool(tag, options)
  made.set(key, tool)
  return tool
}
